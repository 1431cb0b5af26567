package dev.lockjaw.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.RunOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JunitXmlTest {
  private static final Header HEADER =
      new Header("1.2", "17", "Linux", 4, Instant.parse("2030-01-02T03:04:05.6Z"), RunOptions.NONE);

  private static String mixed() {
    return JunitXml.of(HEADER, Samples.mixed(), ReplayLine.BARE);
  }

  private static CellLine hostile() {
    return new CellLine(
        Samples.failed("<s>&\"'", "l\u0001]]>", "t\ud800", Samples.hostile()), Expected.PASS);
  }

  /** The part of the format that Jenkins, GitHub, GitLab and Surefire all read. */
  private static void validate(String xml) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitXmlTest.class.getResource("/junit-subset.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element named(Document document, String strategy, String scenario) {
    NodeList cases = document.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element found = (Element) cases.item(i);
      if (found.getAttribute("name").equals(scenario)
          && found.getAttribute("classname").equals(strategy)) {
        return found;
      }
    }
    throw new AssertionError("no case " + strategy + " " + scenario);
  }

  private static String child(Element of, String name, String attribute) {
    Element child = (Element) of.getElementsByTagName(name).item(0);
    return child.getAttribute(attribute);
  }

  @Test
  void matchesTheGoldenFile() {
    Golden.assertMatches("junit.xml", mixed());
  }

  @Test
  void isValid() throws Exception {
    validate(mixed());
    validate(JunitXml.of(HEADER, Samples.asExpected(), ReplayLine.BARE));
    validate(JunitXml.of(HEADER, List.of(), ReplayLine.BARE));
    validate(JunitXml.of(HEADER, List.of(hostile()), ReplayLine.BARE));
  }

  @Test
  void theSchemaRejectsErrors() {
    assertThatThrownBy(() -> validate(mixed().replaceFirst("tests=\"9\"", "tests=\"nine\"")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> validate(mixed().replaceFirst("<testcase classname", "<testcase x")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(
            () -> validate(mixed().replaceFirst("<system-out>", "<failure/><system-out>")))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void surefireReadsIt() throws Exception {
    List<ReportTestSuite> suites;
    try (InputStreamReader reader =
        new InputStreamReader(
            new ByteArrayInputStream(mixed().getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8)) {
      suites = new TestSuiteXmlParser(new NullConsoleLogger()).parse(reader);
    }

    assertThat(suites).extracting(ReportTestSuite::getName).contains("none", "plain");
    List<ReportTestCase> cases =
        suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
    assertThat(cases).hasSize(9);
    assertThat(cases).filteredOn(ReportTestCase::hasFailure).hasSize(2);
    assertThat(cases).filteredOn(ReportTestCase::hasError).hasSize(1);
    assertThat(cases).filteredOn(ReportTestCase::hasSkipped).hasSize(2);
    assertThat(cases)
        .filteredOn(ReportTestCase::hasFailure)
        .extracting(ReportTestCase::getFullName, ReportTestCase::getFailureType)
        .contains(
            org.assertj.core.groups.Tuple.tuple("lockjaw.jsse.plain.read-write", "double-lock"));
  }

  @Test
  void theNumbersOfTheSuitesAddUp() throws Exception {
    Document document = parse(mixed());
    Element all = document.getDocumentElement();
    NodeList suites = document.getElementsByTagName("testsuite");
    for (String number : List.of("tests", "failures", "errors", "skipped")) {
      int sum = 0;
      for (int i = 0; i < suites.getLength(); i++) {
        sum += Integer.parseInt(((Element) suites.item(i)).getAttribute(number));
      }
      assertThat(all.getAttribute(number)).as(number).isEqualTo(String.valueOf(sum));
    }
    assertThat(all.getAttribute("tests")).isEqualTo("9");
    assertThat(all.getAttribute("failures")).isEqualTo("2");
    assertThat(all.getAttribute("timestamp")).isEqualTo("2030-01-02T03:04:05");
  }

  @Test
  void onlyUnexpectedFindingsFail() throws Exception {
    Document document = parse(mixed());

    Element expected = named(document, "lockjaw.jsse.none", "key-update");
    assertThat(expected.getElementsByTagName("failure").getLength()).isZero();
    assertThat(expected.getTextContent()).contains("use-after-free, as expected");

    Element unexpected = named(document, "lockjaw.jsse.plain", "write-free");
    assertThat(child(unexpected, "failure", "type")).isEqualTo("null-dereference");
    assertThat(unexpected.getTextContent())
        .contains("Interleaving", "scripts/lockjaw replay LJ1/write-free/none/jsse")
        .doesNotContain("use-after-free in");

    Element gone = named(document, "lockjaw.jsse.none", "write-free");
    assertThat(gone.getTextContent()).contains("expected to fail, but");
    Element cut = named(document, "lockjaw.jsse.plain", "key-update");
    assertThat(cut.getTextContent()).contains("nothing found; cut short by the budget");
    assertThat(child(named(document, "lockjaw.bc.plain", "read-write"), "skipped", "message"))
        .isEqualTo("there is no libssl.so.3");
    assertThat(child(named(document, "lockjaw.bc.none", "write-free"), "error", "message"))
        .isEqualTo("not deterministic");
  }

  @Test
  void hostileTextIsInert() throws Exception {
    String xml = JunitXml.of(HEADER, List.of(hostile()), ReplayLine.BARE);

    Document document = parse(xml);
    Element found = named(document, "lockjaw.t?.l?]]>", "<s>&\"'");
    assertThat(child(found, "failure", "type")).isEqualTo("leak");
    assertThat(xml.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    assertThat(child(found, "failure", "message").length()).isLessThanOrEqualTo(600);
  }
}

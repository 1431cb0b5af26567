package dev.lockjaw.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingTest {
  @Test
  void alignsColumnsAndWrapsTheLast() {
    Listing listing =
        new Listing().row("a", "DUPLEX", "one two three").row("longer", "SERIAL", "four");

    assertThat(listing.lines(24))
        .containsExactly(
            "a       DUPLEX  one two", //
            "                three",
            "longer  SERIAL  four");
  }
}

package dev.lockjaw.lincheck;

import dev.lockjaw.lock.LockStrategy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerialAgreementTest {
  static List<LockStrategy> strategies() {
    return Agreement.strategies();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void lincheckAndTheExplorerAgree(LockStrategy strategy) throws InterruptedException {
    Agreement.require(Model.SERIAL, Agreement.SERIAL, strategy);
  }
}

package dev.lockjaw.thirdparty;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.session.Driving;

/** Sessions of libraries with event loops: a selector drives them, and they shake hands. */
interface OnALoop extends SessionAdapter {
  @Override
  default boolean shakesHands() {
    return true;
  }

  @Override
  default Driving driving() {
    return Driving.NON_BLOCKING;
  }
}

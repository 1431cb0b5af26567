package com.example.thirdparty;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.session.Driving;

/** Sessions of libraries with event loops. A selector drives them, and they run the handshake. */
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

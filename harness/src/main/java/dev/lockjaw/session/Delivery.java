package dev.lockjaw.session;

import org.apiguardian.api.API;

/** When a session hands what it has read to its receiver. */
@API(status = API.Status.STABLE)
public enum Delivery {
  /**
   * Inside the read, under whatever the strategy holds then: libdatachannel's idle tick, MINA's
   * filter chain.
   */
  INSIDE,
  /** After the read, with nothing held. */
  AFTER_RELEASE
}

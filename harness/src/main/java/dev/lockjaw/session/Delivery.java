package dev.lockjaw.session;

import org.apiguardian.api.API;

/** When a session hands its input to its receiver. */
@API(status = API.Status.STABLE)
public enum Delivery {
  /**
   * Inside the read, under the locks that the strategy holds then: libdatachannel's idle tick,
   * MINA's filter chain.
   */
  INSIDE,
  /** After the read, with no lock held. */
  AFTER_RELEASE
}

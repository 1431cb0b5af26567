package dev.lockjaw.run;

import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Driving;
import java.io.IOException;

/** Small scenarios, for testing what runs them. */
public enum Scene implements Scenario {
  WRITE_WRITE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Traffic traffic = Traffic.to(stage, connection);
      stage.actor("one", () -> traffic.send("one"));
      stage.actor("other", () -> traffic.send("other"));
    }
  },
  READ_WRITE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Incoming incoming = greeted(stage, connection);
      Traffic traffic = Traffic.to(stage, connection);
      stage.actor("reader", incoming::receiveAll);
      stage.actor("writer", () -> traffic.send("writer"));
    }
  },
  WRITE_FREE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Traffic traffic = Traffic.to(stage, connection);
      stage.actor("writer", () -> traffic.send("writer"));
      stage.actor("freer", connection.session()::free);
    }
  },
  READ_FREE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Incoming incoming = greeted(stage, connection);
      stage.actor("reader", incoming::receiveAll);
      stage.actor("freer", connection.session()::free);
    }
  },
  DOUBLE_FREE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      stage.actor("one", connection.session()::free);
      stage.actor("other", connection.session()::free);
    }
  },
  BLOCKED_READ_FREE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      connection.session().drive(Driving.BLOCKING);
      stage.actor("reader", connection.session()::receive);
      stage.actor("freer", connection.session()::free);
    }
  },
  SEND_IN_CALLBACK {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      connection.peer().send(Traffic.message("peer", 0, 16));
      Traffic traffic = Traffic.to(stage, connection);
      connection.session().onReceive(Delivery.INSIDE, data -> traffic.send("callback"));
      stage.actor("reader", connection.session()::receive);
      stage.actor("freer", connection.session()::free);
    }
  },
  READ_WRITE_FREE {
    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Incoming incoming = greeted(stage, connection);
      Traffic traffic = Traffic.to(stage, connection);
      stage.actor("reader", incoming::receiveAll);
      stage.actor("writer", () -> traffic.send("writer"));
      stage.actor("freer", connection.session()::free);
    }
  },
  FULL_WIRE {
    @Override
    public void arrange(Stage stage) throws IOException {
      SessionPair pair = stage.pair("client", "server");
      pair.wire().bound(24);
      Incoming down = new Incoming(stage, pair.server());
      down.expect(Traffic.message("up", 0, 16));
      down.expect(Traffic.message("up", 1, 16));
      pair.server().onReceive(Delivery.AFTER_RELEASE, down);
      stage.actor(
          "writer",
          () -> {
            pair.client().send(Traffic.message("up", 0, 16));
            pair.client().send(Traffic.message("up", 1, 16));
          });
      stage.actor("reader", down::receiveAll);
    }
  };

  private static Incoming greeted(Stage stage, Connection connection) throws IOException {
    Incoming incoming = new Incoming(stage, connection.session());
    incoming.from(connection.peer(), Traffic.message("peer", 0, 16));
    connection.session().onReceive(Delivery.AFTER_RELEASE, incoming);
    return incoming;
  }

  @Override
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public String description() {
    return "for a test";
  }
}

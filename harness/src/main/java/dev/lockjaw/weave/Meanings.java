package dev.lockjaw.weave;

import dev.lockjaw.woven.Memory;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * What calls of classes that are not woven mean to the memory model. {@link Effects} says what a
 * call may touch, where too much does no harm; here an access is only what is known to be one, and
 * an order of threads all that may be one.
 */
final class Meanings {
  private static final List<String> CALLING_BACK =
      List.of(
          "java/lang/Runnable",
          "java/lang/AutoCloseable",
          "java/lang/System.Logger",
          "java/util/function/",
          "java/util/concurrent/Callable",
          "java/util/logging/",
          "java/io/PrintStream",
          "javax/net/ssl/SSLSession",
          "org/slf4j/",
          "org/apache/logging/",
          "org/apache/commons/logging/");

  private static final List<String> INERT =
      List.of(
          "java/util/stream/",
          "java/util/regex/",
          "java/util/Base64",
          "java/util/Locale",
          "java/util/UUID",
          "java/lang/ThreadLocal",
          "java/lang/Process",
          "java/lang/Runtime",
          "java/lang/StackWalker",
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/System.identityHashCode",
          "java/lang/System.nanoTime",
          "java/lang/System.currentTimeMillis");

  private static final List<String> OUTSIDE =
      List.of(
          "java/lang/Thread$Builder",
          "java/lang/Thread.startVirtualThread",
          "java/util/Timer",
          "java/util/concurrent/ForkJoin",
          "java/util/concurrent/Executors.newVirtual",
          "java/util/concurrent/Executors.newWork",
          "java/util/concurrent/Executors.newScheduled",
          "java/util/concurrent/Executors.newSingleThreadScheduled",
          "java/util/concurrent/Executors.newThreadPer",
          "java/util/concurrent/CompletableFuture.orTimeout",
          "java/util/concurrent/CompletableFuture.completeOnTimeout",
          "java/util/concurrent/CompletableFuture.delayedExecutor");

  private static final String ATOMIC = "java/util/concurrent/atomic/";

  /** Reads of collections, besides those that {@link Effects} knows. */
  private static final Set<String> READING =
      Set.of(
          "next",
          "previous",
          "nextIndex",
          "previousIndex",
          "spliterator",
          "clone",
          "ceilingKey",
          "floorKey",
          "higherKey",
          "lowerKey",
          "comparator",
          "codePointAt",
          "capacity",
          "compareTo",
          "isBlank",
          "chars");

  /** Change what a collection holds at a place, and not the collection. */
  private static final Set<String> OF_A_PART = Set.of("set", "replace", "setValue", "replaceAll");

  private static final Set<String> WHOLLY_READING = Set.of("toString", "hashCode", "deepToString");

  private Meanings() {}

  /** What a call means for the object that it is made on. */
  static Memory ofReceiver(String owner, String name, String descriptor, Effects effect) {
    String whole = owner + '.' + name;
    if (begins(whole, OUTSIDE) || outside(owner, name, descriptor)) {
      return Memory.OUTSIDE;
    }
    return switch (effect) {
      case NONE ->
          owner.equals("java/lang/StringBuilder")
              ? Effects.reads(name) || READING.contains(name) ? Memory.READ : Memory.WRITE
              : Memory.NONE;
      case ARGUMENTS -> Memory.NONE;
      case UNKNOWN -> begins(whole, INERT) ? Memory.NONE : Memory.UNKNOWN;
      case PASSES -> owner.startsWith("dev/lockjaw/") ? Memory.NONE : Memory.UNKNOWN;
      case READS, WRITES, VIEWS -> ofContainer(owner, name, descriptor, effect);
    };
  }

  /** Hands a stage of a future to the common pool. */
  private static boolean outside(String owner, String name, String descriptor) {
    return owner.startsWith("java/util/concurrent/Complet")
        && name.endsWith("Async")
        && !descriptor.contains("Ljava/util/concurrent/Executor;");
  }

  private static Memory ofContainer(String owner, String name, String descriptor, Effects effect) {
    if (owner.startsWith("java/nio/")) {
      return ofBuffer(name, descriptor, effect);
    }
    if (owner.startsWith(ATOMIC)) {
      return ofAtomic(name, effect);
    }
    if (owner.equals("java/util/concurrent/CountDownLatch") && name.equals("countDown")) {
      return Memory.RELEASE;
    }
    if (owner.equals("java/util/concurrent/locks/StampedLock")) {
      return switch (name) {
        case "tryOptimisticRead" -> Memory.OPTIMISTIC;
        case "validate" -> Memory.VALIDATE;
        default -> Memory.WRITE;
      };
    }
    if (begins(owner + '.' + name, INERT)) {
      return Memory.NONE;
    }
    if (effect != Effects.WRITES || READING.contains(name)) {
      return Memory.READ;
    }
    boolean ofPart = OF_A_PART.contains(name) && !owner.equals("java/util/BitSet");
    return ofPart && !owner.startsWith("java/lang/") ? Memory.PART : Memory.WRITE;
  }

  private static Memory ofAtomic(String name, Effects effect) {
    if (name.endsWith("Plain") || name.endsWith("Opaque")) {
      return Memory.NONE;
    }
    if (name.equals("set") || name.equals("lazySet") || name.equals("setRelease")) {
      return Memory.RELEASE;
    }
    return effect == Effects.READS ? Memory.READ : Memory.ORDER;
  }

  private static Memory ofBuffer(String name, String descriptor, Effects effect) {
    boolean absolute =
        descriptor.startsWith("(I")
            && (name.startsWith("get")
                || name.startsWith("put") && Type.getArgumentTypes(descriptor).length > 1);
    boolean looks =
        name.startsWith("as")
            || Set.of("equals", "hashCode", "compareTo", "mismatch", "toString").contains(name);
    return effect != Effects.WRITES || absolute || looks ? Memory.READ : Memory.WRITE;
  }

  /** What a call means for one of the arguments that it may look into. */
  static Memory ofArgument(
      String owner, String name, String descriptor, int index, Effects effect) {
    Type argument = Type.getArgumentTypes(descriptor)[index];
    boolean buffer = argument.getDescriptor().equals("Ljava/nio/ByteBuffer;");
    return switch (effect) {
      case PASSES -> buffer && transfers(owner, name) ? Memory.TRANSFER : Memory.NONE;
      case ARGUMENTS -> ofHelper(owner, name, descriptor, index);
      case READS, WRITES, VIEWS -> {
        if (owner.startsWith("java/nio/") && buffer && name.equals("put")) {
          yield Memory.TRANSFER;
        }
        if (argument.getSort() == Type.ARRAY) {
          boolean all = Type.getArgumentTypes(descriptor).length == 1;
          boolean copies = owner.startsWith("java/nio/") || owner.startsWith("java/lang/StringBu");
          yield !all || !copies ? Memory.NONE : name.equals("get") ? Memory.WRITE : Memory.READ;
        }
        yield name.endsWith("All") || name.equals("append") ? Memory.READ : Memory.NONE;
      }
      case NONE, UNKNOWN -> Memory.NONE;
    };
  }

  private static boolean transfers(String owner, String name) {
    return !owner.startsWith("dev/lockjaw/") || name.equals("received");
  }

  private static Memory ofHelper(String owner, String name, String descriptor, int index) {
    int count = Type.getArgumentTypes(descriptor).length;
    if (owner.equals("java/util/Arrays") && index == 0) {
      boolean sorts = count == 1 && (name.equals("sort") || name.equals("parallelSort"));
      boolean fills = count == 2 && (name.equals("fill") || name.equals("setAll"));
      return sorts || fills
          ? Memory.WRITE
          : count == 1 && WHOLLY_READING.contains(name) ? Memory.READ : Memory.NONE;
    }
    if (owner.equals("java/util/Collections") && index == 0) {
      return switch (name) {
        case "sort", "addAll" -> Memory.WRITE;
        case "reverse", "shuffle", "swap", "fill", "rotate" -> Memory.PART;
        case "min", "max", "frequency", "binarySearch" -> Memory.READ;
        default -> Memory.NONE;
      };
    }
    return name.equals("copyOf") && !owner.equals("java/util/Arrays") ? Memory.READ : Memory.NONE;
  }

  /** What the making of an object means for one of the arguments. */
  static Memory ofConstructor(String owner, String descriptor, int index) {
    Type argument = Type.getArgumentTypes(descriptor)[index];
    boolean all = Type.getArgumentTypes(descriptor).length == 1;
    boolean array = argument.getSort() == Type.ARRAY;
    boolean text = owner.equals("java/lang/String") || owner.startsWith("java/lang/StringBu");
    boolean collection = owner.startsWith("java/util/") && !owner.contains("Executor");
    boolean copies =
        !array
            && collection
            && Set.of("Collection", "Map", "SortedMap", "SortedSet", "List", "Set")
                .contains(argument.getInternalName().replace("java/util/", ""));
    return all && (copies || text) ? Memory.READ : Memory.NONE;
  }

  /** Whether a call of no effect may go into code that is not woven. */
  static boolean callsBack(String owner) {
    return begins(owner, CALLING_BACK);
  }

  /** Whether a call may call back, or wait in a way that is not known. */
  static boolean lingers(String owner, String name, String descriptor, Effects effect) {
    return switch (effect) {
      case NONE -> callsBack(owner);
      case ARGUMENTS -> false;
      case UNKNOWN -> !begins(owner + '.' + name, INERT);
      case PASSES -> !owner.startsWith("dev/lockjaw/");
      case READS, WRITES, VIEWS ->
          descriptor.contains("java/util/function/")
              || descriptor.contains("Ljava/lang/Runnable;")
              || effect == Effects.WRITES
                  && owner.startsWith("java/util/concurrent/")
                  && !owner.startsWith(ATOMIC);
    };
  }

  private static boolean begins(String whole, List<String> with) {
    return with.stream().anyMatch(whole::startsWith);
  }
}

package dev.lockjaw.weave;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * What calls of classes that are not woven do to the object they are made on. A call that is not
 * known here may do anything to anything.
 */
enum Effects {
  /** Nothing that another thread could see. */
  NONE,
  /** Reads the object. */
  READS,
  /** May change the object, and nothing else. */
  WRITES,
  /**
   * Makes a view of the object or an iterator over it, which stands for the object from then on.
   */
  VIEWS,
  /** Touches what it is given, and nothing else. */
  ARGUMENTS,
  /** Goes into Lockjaw, which has scheduling points of its own, with what it is given. */
  PASSES,
  /** May touch anything. */
  UNKNOWN;

  /** Of no account to a session: values, text, logs, what calls back, and Lockjaw's own. */
  private static final List<String> NONE_IN =
      List.of(
          "java/lang/String",
          "java/lang/Math",
          "java/lang/StrictMath",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/Number",
          "java/lang/Object",
          "java/lang/Class",
          "java/lang/Enum",
          "java/lang/Record",
          "java/lang/Throwable",
          "java/lang/Exception",
          "java/lang/RuntimeException",
          "java/lang/Runnable",
          "java/lang/Comparable",
          "java/lang/AutoCloseable",
          "java/lang/Iterable.forEach",
          "java/lang/System.Logger",
          "java/lang/invoke/MethodHandles",
          "java/math/",
          "java/time/",
          "java/text/",
          "java/util/function/",
          "java/util/Objects",
          "java/util/Optional",
          "java/util/Comparator",
          "java/util/concurrent/Callable",
          "java/util/concurrent/TimeUnit",
          "java/util/logging/",
          "java/io/PrintStream",
          "java/nio/charset/",
          "java/nio/ByteOrder",
          "javax/net/ssl/SSLSession",
          "javax/net/ssl/SSLParameters",
          "javax/net/ssl/SSLEngineResult",
          "javax/net/ssl/SSLException",
          "org/slf4j/",
          "org/apache/logging/",
          "org/apache/commons/logging/",
          "kotlin/jvm/internal/");

  private static final List<String> PASSING =
      List.of("dev/lockjaw/", "javax/net/ssl/SSLEngine", "java/nio/channels/");

  /** Static methods that touch their arguments alone, by class. */
  private static final List<String> HELPING =
      List.of(
          "java/util/Arrays.",
          "java/util/Collections.",
          "java/util/List.",
          "java/util/Set.",
          "java/util/Map.",
          "java/lang/System.arraycopy",
          "java/nio/ByteBuffer.");

  /** Their objects keep to themselves: a call touches its receiver and its arguments. */
  private static final List<String> CONTAINERS =
      List.of("java/util/", "java/nio/", "java/lang/StringBu", "java/lang/Iterable");

  private static final Set<String> READING =
      Set.of(
          "size",
          "length",
          "isEmpty",
          "contains",
          "containsKey",
          "containsValue",
          "containsAll",
          "get",
          "getOrDefault",
          "getPlain",
          "getOpaque",
          "getAcquire",
          "getFirst",
          "getLast",
          "getNow",
          "peek",
          "peekFirst",
          "peekLast",
          "element",
          "first",
          "firstKey",
          "last",
          "lastKey",
          "floor",
          "ceiling",
          "higher",
          "lower",
          "floorKey",
          "ceilingKey",
          "floorEntry",
          "ceilingEntry",
          "indexOf",
          "lastIndexOf",
          "hasNext",
          "hasPrevious",
          "hasMoreElements",
          "stream",
          "forEach",
          "toArray",
          "toString",
          "hashCode",
          "equals",
          "sum",
          "longValue",
          "intValue",
          "booleanValue",
          "isDone",
          "isCancelled",
          "isCompletedExceptionally",
          "isLocked",
          "isWriteLocked",
          "isReadLocked",
          "getReadLockCount",
          "hasQueuedThreads",
          "getQueueLength",
          "availablePermits",
          "getCount",
          "validate",
          "tryOptimisticRead",
          "remainingCapacity",
          "remaining",
          "hasRemaining",
          "position0",
          "limit0",
          "isShutdown",
          "isTerminated",
          "charAt",
          "substring",
          "getKey",
          "getValue",
          "cardinality",
          "nextSetBit",
          "nextClearBit");

  /** Give a name to what is there from the beginning. */
  private static final Set<String> NAMING =
      Set.of("getClass", "readLock", "writeLock", "newCondition", "asReadLock", "asWriteLock");

  /** Ask what no other thread can change. */
  private static final Set<String> OWN =
      Set.of(
          "isHeldByCurrentThread",
          "isWriteLockedByCurrentThread",
          "getHoldCount",
          "getReadHoldCount",
          "getWriteHoldCount");

  /** Of a thread: what is seldom changed, and never to send a message. */
  private static final Set<String> OF_THREAD =
      Set.of(
          "getName",
          "setName",
          "getId",
          "threadId",
          "isDaemon",
          "setDaemon",
          "isVirtual",
          "getPriority",
          "setPriority",
          "getThreadGroup",
          "getContextClassLoader",
          "setContextClassLoader",
          "setUncaughtExceptionHandler");

  private static final Set<String> VIEWING =
      Set.of(
          "iterator",
          "listIterator",
          "descendingIterator",
          "entrySet",
          "keySet",
          "values",
          "descendingMap",
          "descendingSet",
          "subList",
          "headMap",
          "tailMap",
          "subMap",
          "reversed");

  /** Take nothing from their arguments but the reference. */
  private static final Set<String> KEEPING =
      Set.of(
          "add",
          "addFirst",
          "addLast",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "put",
          "putFirst",
          "putLast",
          "set",
          "compareAndSet",
          "weakCompareAndSet",
          "getAndSet",
          "lazySet",
          "complete",
          "remove",
          "accept");

  /** Static methods that make something of nothing but values. */
  private static final Set<String> MAKING =
      Set.of(
          "java/util/List.of",
          "java/util/Set.of",
          "java/util/Map.of",
          "java/util/Map.entry",
          "java/util/Collections.emptyList",
          "java/util/Collections.emptyMap",
          "java/util/Collections.emptySet",
          "java/util/Collections.singletonList",
          "java/util/Collections.singleton",
          "java/util/Arrays.asList",
          "java/util/EnumSet.noneOf",
          "java/nio/ByteBuffer.allocate",
          "java/nio/ByteBuffer.allocateDirect",
          "java/nio/ByteBuffer.wrap",
          "java/util/concurrent/ConcurrentHashMap.newKeySet",
          "java/util/concurrent/CompletableFuture.completedFuture",
          "java/lang/System.lineSeparator",
          "java/lang/Thread.onSpinWait",
          "java/lang/Thread.holdsLock",
          "java/lang/Thread.ofVirtual",
          "java/lang/Thread.ofPlatform",
          "java/lang/invoke/VarHandle.fullFence",
          "java/lang/invoke/VarHandle.acquireFence",
          "java/lang/invoke/VarHandle.releaseFence",
          "java/lang/invoke/VarHandle.loadLoadFence",
          "java/lang/invoke/VarHandle.storeStoreFence",
          "java/util/concurrent/Executors.defaultThreadFactory",
          "java/util/concurrent/Executors.callable");

  /**
   * @param owner the class that the call names, in internal form
   */
  static Effects of(String owner, String name, String descriptor, boolean isStatic) {
    if (NONE_IN.stream().anyMatch(owner::startsWith)
        || NAMING.contains(name)
        || OWN.contains(name)
        || owner.startsWith("java/lang/Thread$Builder")
        || owner.equals("java/lang/Thread") && OF_THREAD.contains(name)) {
      return NONE;
    }
    if (PASSING.stream().anyMatch(owner::startsWith)) {
      return PASSES;
    }
    if (isStatic) {
      String whole = owner + '.' + name;
      boolean helps = HELPING.stream().anyMatch(whole::startsWith);
      return MAKING.contains(whole) ? NONE : helps ? ARGUMENTS : UNKNOWN;
    }
    if (CONTAINERS.stream().noneMatch(owner::startsWith) || owner.startsWith("java/nio/channels")) {
      return UNKNOWN;
    }
    boolean buffer = owner.startsWith("java/nio/");
    if (buffer && Set.of("array", "arrayOffset", "hasArray", "capacity", "order").contains(name)) {
      return NONE;
    }
    if (buffer && Set.of("duplicate", "slice", "asReadOnlyBuffer").contains(name)) {
      return READS;
    }
    if (VIEWING.contains(name)) {
      return VIEWS;
    }
    boolean reads =
        buffer
            ? name.equals("remaining")
                || name.equals("hasRemaining")
                || (name.equals("position") || name.equals("limit")) && descriptor.startsWith("()")
            : READING.contains(name);
    return reads ? READS : WRITES;
  }

  /** Whether an argument may be something with contents of its own that the call looks at. */
  static boolean looksInto(Type argument, String name) {
    boolean array = argument.getSort() == Type.ARRAY;
    boolean container =
        argument.getSort() == Type.OBJECT
            && CONTAINERS.stream().anyMatch(argument.getInternalName()::startsWith)
            && NONE_IN.stream().noneMatch(argument.getInternalName()::startsWith);
    boolean buffer = argument.getDescriptor().equals("Ljava/nio/ByteBuffer;");
    return array || buffer || container && !KEEPING.contains(name);
  }

  /** Whether a method of this name only reads the container that it is called on. */
  static boolean reads(String name) {
    return READING.contains(name);
  }

  /** Whether a call only reads what it looks into. */
  static boolean onlyReads(String name) {
    return name.equals("<init>")
        || name.equals("put")
        || name.endsWith("All")
        || name.startsWith("copyOf")
        || name.startsWith("compare")
        || name.equals("equals")
        || name.equals("asList")
        || name.equals("write")
        || name.equals("received");
  }
}

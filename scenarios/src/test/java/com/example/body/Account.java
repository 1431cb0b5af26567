package com.example.body;

import java.util.concurrent.locks.ReentrantLock;

/** What several threads use. Some of its methods are wrong. */
final class Account {
  private final ReentrantLock lock = new ReentrantLock();
  private volatile int balance;

  /** Two of these beside each other may lose one. */
  void addUnlocked(int more) {
    int was = balance;
    balance = was + more;
  }

  void add(int more) {
    lock.lock();
    try {
      balance += more;
    } finally {
      lock.unlock();
    }
  }

  /** Two of these, the other way round, may wait for each other. */
  void move(Account to, int amount) {
    lock.lock();
    try {
      balance -= amount;
      to.add(amount);
    } finally {
      lock.unlock();
    }
  }

  int balance() {
    return balance;
  }
}

package dev.lockjaw.race;

import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.util.function.Supplier;

/** Points that hand to those of a run what neither accesses data nor orders threads. */
abstract class ForwardingPoints implements Points {
  final Points to;

  ForwardingPoints(Points to) {
    this.to = to;
  }

  @Override
  public boolean ownsThreads() {
    return to.ownsThreads();
  }

  @Override
  public boolean recording() {
    return to.recording();
  }

  @Override
  public void changesNothing() {
    to.changesNothing();
  }

  @Override
  public void onlyRead() {
    to.onlyRead();
  }

  @Override
  public boolean hurried() {
    return to.hurried();
  }

  @Override
  public void touchAll() {
    to.touchAll();
  }

  @Override
  public void passes(Object given, boolean receiver) {
    to.passes(given, receiver);
  }

  @Override
  public void add(String more) {
    to.add(more);
  }

  @Override
  public void isNull() {
    to.isNull();
  }

  @Override
  public void note(Site site, String what) {
    to.note(site, what);
  }

  @Override
  public void asks(Object lock, int unit, String name) {
    to.asks(lock, unit, name);
  }

  @Override
  public void gives(Object lock, int unit) {
    to.gives(lock, unit);
  }

  @Override
  public <T> T beside(Object real, Class<T> type, Supplier<T> make) {
    return to.beside(real, type, make);
  }

  @Override
  public Object me() {
    return to.me();
  }

  @Override
  public long nanoTime() {
    return to.nanoTime();
  }

  @Override
  public long clock() {
    return to.clock();
  }

  @Override
  public Delay nap(long nanos) {
    return to.nap(nanos);
  }

  @Override
  public boolean unwound() {
    return to.unwound();
  }

  @Override
  public void unheard(Throwable thrown) {
    to.unheard(thrown);
  }

  @Override
  public Thread thread() {
    return to.thread();
  }

  @Override
  public boolean present() {
    return to.present();
  }

  @Override
  public void giveWay(Site site) {
    to.giveWay(site);
  }
}

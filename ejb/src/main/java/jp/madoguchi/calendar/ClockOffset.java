package jp.madoguchi.calendar;

import java.time.Duration;

/** Where the training stage keeps by how much its clock is moved. */
public interface ClockOffset {

  Duration read();

  void write(Duration offset);
}

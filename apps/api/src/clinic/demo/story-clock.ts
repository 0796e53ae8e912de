import { Clock } from '../../config/clock.js'

/** The time at which the demo clinic's story is told; it never reaches the present. */
export class StoryClock extends Clock {
  private at = 0

  override now(): number {
    return Math.min(this.at, super.now())
  }

  /** Goes to a moment of the story, never back. */
  goTo(at: number): void {
    this.at = Math.max(this.at, at)
  }

  startAt(at: number): void {
    this.at = at
  }

  wait(ms: number): void {
    this.at += ms
  }
}

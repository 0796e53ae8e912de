/** Lets through so many at once, and so many a second in the long run. */
export class TokenBucket {
  private tokens: number
  private filledAt: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.tokens = burst
    this.filledAt = now
  }

  /** Takes a token if there is one. @param now in ms */
  take(now: number): boolean {
    const gained = (Math.max(0, now - this.filledAt) / 1_000) * this.perSecond
    this.tokens = Math.min(this.burst, this.tokens + gained)
    this.filledAt = now
    if (this.tokens < 1) return false
    this.tokens -= 1
    return true
  }

  /** True when nothing would change by forgetting it. */
  isFull(now: number): boolean {
    return this.tokens + (Math.max(0, now - this.filledAt) / 1_000) * this.perSecond >= this.burst
  }
}

/** A bucket for each of many. */
export class TokenBuckets<Key> {
  private readonly buckets = new Map<Key, TokenBucket>()

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {}

  take(key: Key, now: number): boolean {
    const bucket = this.buckets.get(key) ?? new TokenBucket(this.perSecond, this.burst, now)
    this.buckets.set(key, bucket)
    if (this.buckets.size > 10_000) this.forgetFull(now)
    return bucket.take(now)
  }

  private forgetFull(now: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.isFull(now)) this.buckets.delete(key)
  }
}

import { Injectable } from '@nestjs/common'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Bounds in seconds, from a third of a millisecond to ten seconds. */
const SECONDS = [0.0003, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

/** Whose entry it is that was told to the people here. */
export type Source = 'own' | 'neighbour'

/** What is counted for whoever looks after the house. Numbers only: no id, name or word in any label. (MP12) */
@Injectable()
export class Figures {
  readonly registry = new Registry()
  private readonly commitSeconds = this.histogram('accord_commit_seconds', 'Storing one batch.', SECONDS)
  private readonly batchEntries = this.histogram('accord_batch_entries', 'Entries in one batch.', SIZES)
  private readonly failures = this.counter('accord_commit_failures_total', 'Batches that were not stored.')
  private readonly entries = this.counter('accord_entries_total', 'Entries stored.')
  private readonly lettersSent = this.counter('accord_letters_sent_total', 'Letters to other processes.')
  private readonly lettersLost = this.counter('accord_letters_lost_total', 'Letters that did not go.')
  private readonly clockBack = this.counter(
    'accord_clock_went_back_total',
    'Times that the clock was found to go back.',
  )
  private readonly fanOutSeconds = new Histogram({
    name: 'accord_fan_out_seconds',
    help: 'From an entry’s own time until the people here are told.',
    labelNames: ['source'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  })

  private readonly fanOut = {
    own: this.fanOutSeconds.labels({ source: 'own' }),
    neighbour: this.fanOutSeconds.labels({ source: 'neighbour' }),
  }

  committed(entries: number, ms: number): void {
    this.commitSeconds.observe(ms / 1_000)
    this.batchEntries.observe(entries)
    this.entries.inc(entries)
  }

  commitFailed(): void {
    this.failures.inc()
  }

  clockWentBack(): void {
    this.clockBack.inc()
  }

  letters(sent: number, lost: number): void {
    this.lettersSent.inc(sent)
    this.lettersLost.inc(lost)
  }

  /** @param ms by this machine’s clock, which may not be the writer’s */
  told(source: Source, ms: number): void {
    this.fanOut[source].observe(Math.max(0, ms) / 1_000)
  }

  /** A figure that is read when it is asked for. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read())
      },
    })
  }

  private histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name, help, buckets, registers: [this.registry] })
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] })
  }
}

import { equalBytes } from '@accord/domain/history/bytes'
import { contentDigest } from '@accord/domain/history/hash'
import { chainStart, checkLink, isFlaw, type ChainPosition, type Flaw } from '@accord/domain/history/verify'
import { Inject, Injectable } from '@nestjs/common'
import { AlertRepository } from '../audit/alert.repository.js'
import { Clock } from '../config/clock.js'
import type { LogPlace } from '../history/entry.repository.js'
import type { LogKey } from '../history/key-store.js'
import { openContent, sha256, type StoredEntry } from '../history/sealing.js'
import { LOGGER, type Logger } from '../http/logging.js'

/** A stretch of a log as it was read for somebody. */
export interface ReadStretch {
  readonly place: LogPlace
  /** The entry before the first; null where the log begins. */
  readonly before: StoredEntry | null
  readonly entries: readonly StoredEntry[]
  readonly key: LogKey | null
}

/** Sees to it that a record that does not hold is known to whoever looks after the house. (RP15) */
@Injectable()
export class FlawWatch {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Raises an alert for the first entry that does not hold, once; the record itself is answered as it is. (HI11) */
  async look(stretch: ReadStretch): Promise<void> {
    const flaw = flawIn(stretch)
    if (!flaw) return
    const { log, seq, reason } = flaw
    this.logger.error({ event: 'history-broken', log, seq, reason })
    await this.alerts.raise({ ...stretch.place, seq, reason, kind: 'history-broken', at: this.clock.now() })
  }
}

function flawIn({ place, before, entries, key }: ReadStretch): Flaw | null {
  let end: ChainPosition = before ?? chainStart(place.log, sha256)
  for (const entry of entries) {
    const link = checkLink(end, entry, sha256)
    if (isFlaw(link)) return link
    const reason = contentFlaw(entry, key)
    if (reason) return { log: entry.log, seq: entry.seq, reason }
    end = link
  }
  return null
}

function contentFlaw(entry: StoredEntry, key: LogKey | null): Flaw['reason'] | null {
  if (entry.content === null || key === null) return 'content-missing'
  try {
    return equalBytes(contentDigest(openContent(entry, key), sha256), entry.digest) ? null : 'digest-differs'
  } catch {
    // Whatever the library says of it, the content is not what was sealed for this place.
    return 'content-unreadable'
  }
}

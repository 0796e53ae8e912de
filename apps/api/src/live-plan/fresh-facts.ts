import type { LogSubject } from '@accord/domain/access/log-subject'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Gathered } from '../database/gathered.js'
import { EntryRepository, readersOf, type LogHead, type LogPlace } from '../history/entry.repository.js'

/** What rooms ask the database again and again: one statement for all of them, not one for each. (AC7) */
@Injectable()
export class FreshFacts {
  private readonly subjects: Gathered<LogPlace, LogSubject | null>
  private readonly heads: Gathered<LogPlace, LogHead | null>

  constructor(access: AccessService, entries: EntryRepository) {
    this.subjects = new Gathered((places) =>
      access.subjectsOf(places.map((place) => ({ ...place, readers: readersOf(place) }))),
    )
    this.heads = new Gathered((places) => entries.heads(places))
  }

  /** What a room's log is to access rules now; null when it is for nobody any more. */
  async subject(place: LogPlace): Promise<LogSubject | null> {
    return this.subjects.ask(place)
  }

  /** The log's last entry, whichever process stored it. */
  async head(place: LogPlace): Promise<LogHead | null> {
    return this.heads.ask(place)
  }
}

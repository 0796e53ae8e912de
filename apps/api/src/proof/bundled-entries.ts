import type { HistoryEntry } from '@accord/domain/history/entry'
import type { CaseId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { ClinicRepository } from '../clinic/clinic.repository.js'
import { EntryRepository, type LogPlace } from '../history/entry.repository.js'
import { KeyMissing, KeyStore, type LogKey } from '../history/key-store.js'
import { entryLine, openOrNull, readOrNull } from './bundle-entry.js'

/** An entry as a bundle's line, and as its page tells it; null where what it holds is not what was sealed. */
export interface BundledEntry {
  readonly seq: number
  readonly line: string
  readonly read: HistoryEntry | null
}

const PAGE = 1_000

/** What a bundle is made of. */
@Injectable()
export class BundledEntries {
  constructor(
    private readonly entries: EntryRepository,
    private readonly keys: KeyStore,
    private readonly access: AccessService,
    private readonly clinics: ClinicRepository,
  ) {}

  /** Page after page up to an entry, so that a long history is never held as a whole. */
  async *pages(place: LogPlace, upTo: number): AsyncGenerator<readonly BundledEntry[]> {
    const key = this.keyOf(place)
    for (let after = 0; after < upTo;) {
      const rows = await this.entries.page(place, after, Math.min(PAGE, upTo - after))
      if (rows.length === 0) return
      yield rows.map((entry) => {
        const content = openOrNull(entry, key)
        return { seq: entry.seq, line: `${entryLine(entry, content)}\n`, read: readOrNull(entry, content) }
      })
      after = rows.at(-1)?.seq ?? upTo
    }
  }

  /** Whose history it is, for people. */
  async about(
    { clinic }: LogPlace,
    caseId: CaseId,
  ): Promise<{ readonly clinic: string; readonly people: readonly PersonName[] }> {
    const [clinics, people] = await Promise.all([
      this.clinics.all(),
      this.access.peopleOfCase(clinic, caseId),
    ])
    return { clinic: clinics.find(({ clinic_id: id }) => id === clinic)?.name ?? '', people }
  }

  private keyOf({ log }: LogPlace): LogKey | null {
    try {
      return this.keys.open(log)
    } catch (error) {
      if (error instanceof KeyMissing) return null
      throw error
    }
  }
}

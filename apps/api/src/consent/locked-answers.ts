import type { Actor } from '@accord/domain/access/subject'
import type { CaseId, LogId, PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ConsentBody } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { CaseFileRepository } from '../case-file/case-file.repository.js'
import { logsOf } from '../case-file/case-file.service.js'
import { Clock } from '../config/clock.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { PartyEntries } from '../plan/party-entries.js'
import { ConsentBook } from './consent-book.js'

/** Has answers written while nobody else changes the case, nor writes in its logs. (CO6, CO7) */
@Injectable()
export class LockedAnswers {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly entries: PartyEntries,
    private readonly book: ConsentBook,
    private readonly clock: Clock,
  ) {}

  /** @returns the logs whose rooms have to ask again who is who */
  async keep(
    actor: Actor,
    caseId: CaseId,
    client: PersonId,
    body: ConsentBody,
  ): Promise<readonly LogId[] | Refusal> {
    return this.cases.within(actor.clinic, async (manager) => {
      const found = await this.cases.lock(manager, actor.clinic, caseId)
      if (!found) return refuse('not-found')
      const logs = logsOf(actor, found)
      // Whatever is being written is stored before a no, or is decided by it. (CL14)
      for (const log of logs) await this.entries.lockedHead(manager, log)
      await ClinicTransactions.showTo(manager, [actor.person])
      const no = await this.book.write(manager, { actor, found, client, at: this.clock.now() }, body)
      return no ?? logs.map(({ log }) => log)
    })
  }
}

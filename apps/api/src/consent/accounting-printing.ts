import type { Actor } from '@accord/domain/access/subject'
import { accounting, accountingSince } from '@accord/domain/consent/disclosure'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { PaperQuery } from '@accord/domain/rest/note-form'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { ClinicService } from '../clinic/clinic.service.js'
import { Clock } from '../config/clock.js'
import { Press } from '../paper/press.js'
import { accountingBlocks } from './accounting-blocks.js'
import { DisclosureService } from './disclosure.service.js'

/** The accounting of disclosures on paper, for whoever may read the register. (CO10) */
@Injectable()
export class AccountingPrinting {
  constructor(
    private readonly access: AccessService,
    private readonly disclosures: DisclosureService,
    private readonly clinics: ClinicService,
    private readonly press: Press,
    private readonly clock: Clock,
  ) {}

  async print(actor: Actor, caseId: CaseId, paper: PaperQuery['paper']): Promise<Uint8Array | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'disclosure.print', facts)
    const register = no ?? (await this.disclosures.read(actor, caseId))
    if (isRefusal(register)) return register
    const [people, settings] = await Promise.all([
      this.access.peopleOfCase(actor.clinic, caseId),
      this.clinics.settings(actor.clinic),
    ])
    const at = this.clock.now()
    const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: settings.timeZone })
    // What an authority asked not to tell yet stands on nobody's paper until then: paper goes to clients.
    const told = register.disclosures.filter(({ heldUntil }) => heldUntil === null || heldUntil <= at)
    const rows = accounting(
      told.map((row) => ({ ...row, at: row.toldAt })),
      at,
    )
    const clients = people.flatMap(({ relation, name }) => (relation === 'client' ? [name] : []))
    const on = {
      ...{ clinic: settings.name, since: accountingSince(at), at },
      clients: new Intl.ListFormat('en', { type: 'conjunction' }).format(clients),
      day: (when: number) => days.format(when),
    }
    const printed = await this.press.print({
      ...{ blocks: accountingBlocks(rows, on), paper, at },
      foot: { key: 'accounting.foot', values: {} },
    })
    // Others are being printed, or this one is too long to be: either is told as "not just now". (RV14)
    return printed.kind === 'made' ? printed.made : refuse('too-fast', printed.kind)
  }
}

import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { PaperQuery } from '@accord/domain/rest/note-form'
import { Injectable } from '@nestjs/common'
import { ClinicService } from '../clinic/clinic.service.js'
import { Clock } from '../config/clock.js'
import { Press } from '../paper/press.js'
import { endingBlocks } from './ending-blocks.js'
import { EndingPages } from './ending-pages.js'
import { EndingSeats } from './ending-seats.js'

/** A pack on paper. (EN9) */
@Injectable()
export class EndingPrinting {
  constructor(
    private readonly seats: EndingSeats,
    private readonly pages: EndingPages,
    private readonly clinics: ClinicService,
    private readonly press: Press,
    private readonly clock: Clock,
  ) {}

  async pack(actor: Actor, caseId: CaseId, paper: PaperQuery['paper']): Promise<Uint8Array | Refusal> {
    const seat = await this.seats.take(actor, caseId, 'ending.print')
    if (isRefusal(seat)) return seat
    const [page, settings] = await Promise.all([
      this.pages.page(actor, seat.facts, seat.key),
      this.clinics.settings(actor.clinic),
    ])
    if (page.state.kind === 'none') return refuse('not-found')
    const at = this.clock.now()
    const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: settings.timeZone })
    const on = { clinic: settings.name, at, day: (when: number) => days.format(when) }
    const printed = await this.press.print({
      ...{ blocks: endingBlocks(page, on), paper, at },
      foot: { key: 'ending.paper.foot', values: {} },
    })
    // Others are being printed, or this one is too long to be: either is told as "not just now". (RV14)
    return printed.kind === 'made' ? printed.made : refuse('too-fast', printed.kind)
  }
}

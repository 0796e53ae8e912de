import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { RecordLook, RecordLooks } from '@accord/domain/rest/looks'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { ConsentTextService } from '../consent/consent-text.service.js'
import { ConsentService } from '../consent/consent.service.js'
import { DisclosureService } from '../consent/disclosure.service.js'
import { LooksService } from '../looks/looks.service.js'
import { ReviewService } from '../review/review.service.js'
import type { NotYours } from './or-not-yours.js'

type Trust = Pick<TakenCase, 'consents' | 'consentTexts' | 'disclosures' | 'looks' | 'supervisorSaid'>

/** What somebody said yes and no to, what was told to outsiders, and who looked. (TO2) */
@Injectable()
export class TakenTrust {
  constructor(
    private readonly consents: ConsentService,
    private readonly texts: ConsentTextService,
    private readonly told: DisclosureService,
    private readonly looked: LooksService,
    private readonly reviews: ReviewService,
  ) {}

  async of(actor: Actor, caseId: CaseId, notYours: NotYours): Promise<Trust> {
    const consents = await notYours.unless('consents', this.consents.read(actor, caseId))
    const told = await notYours.unless('disclosures', this.told.read(actor, caseId))
    const said = await notYours.unless('supervisorSaid', this.reviews.forClient(actor, caseId))
    const clients = consents?.clients ?? []
    const answered = new Set(clients.flatMap(({ ledger }) => ledger.map(({ text }) => text.hash)))
    const { texts } = await this.texts.read(actor)
    return {
      consents: clients,
      consentTexts: texts.filter(({ hash }) => answered.has(hash)),
      disclosures: told?.disclosures ?? [],
      supervisorSaid: said?.comments ?? [],
      looks: await this.looks(actor, caseId, notYours),
    }
  }

  /** All of them, page after page. */
  private async looks(actor: Actor, caseId: CaseId, notYours: NotYours): Promise<readonly RecordLook[]> {
    const looks: RecordLook[] = []
    let before: number | null = Number.MAX_SAFE_INTEGER
    while (before !== null) {
      const page: RecordLooks | null = await notYours.unless('looks', this.looked.read(actor, caseId, before))
      looks.push(...(page?.looks ?? []))
      before = page?.nextBefore ?? null
    }
    return looks
  }
}

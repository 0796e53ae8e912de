import type { Actor } from '@accord/domain/access/subject'
import { isUuid } from '@accord/domain/ids'
import type { Letter, LetterLine, LetterLink, Outbox, OutboxFilter } from '@accord/domain/rest/outbox'
import { Inject, Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { Refused } from '../http/refused.js'
import { SecretBox } from '../secrets/secret-box.js'
import { addresseeOf } from './addressee.js'
import { wordsOf } from './letter.js'
import { MailRepository, type LetterRow } from './mail.repository.js'
import { placeOfLink } from './mail.service.js'

/** Every letter of a clinic, for those who administer it, as the guard has asked. (ID13, ID15) */
@Injectable()
export class OutboxService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly repository: MailRepository,
    private readonly secrets: SecretBox,
  ) {}

  async list({ clinic }: Actor, filter: OutboxFilter): Promise<Outbox> {
    const [rows, counts] = await Promise.all([
      this.repository.list(clinic, filter),
      this.repository.counts(clinic),
    ])
    return {
      isConnected: this.config.mail !== null,
      counts,
      letters: rows.map((row) => lineOf(this.addressed(row))),
    }
  }

  async read(actor: Actor, id: string): Promise<Letter> {
    const row = this.addressed(await this.found(actor, id))
    const words = wordsFor(row)
    return {
      ...{ ...lineOf(row), ...words, email: row.email, from: row.clinic },
      link: this.linkOf(row),
      linkUntil: row.link_until?.getTime() ?? null,
    }
  }

  /** Tries a letter again that did not arrive. */
  async again(actor: Actor, id: string): Promise<void> {
    const row = await this.found(actor, id)
    // Without its link or its address, or with a link that opens nothing, it would help nobody.
    if (row.state === 'failed' && (row.kind === 'farewell' || this.linkOf(row).state === 'gone'))
      throw new Refused('link-spent')
    if (!(await this.repository.again(actor.clinic, id, new Date(this.clock.now())))) {
      throw new Refused('already-exists')
    }
  }

  /** A letter that no mail server carries was given to its person in another way. It keeps no link. */
  async handOver(actor: Actor, id: string): Promise<void> {
    const row = await this.found(actor, id)
    if (row.state !== 'kept' && row.state !== 'failed') throw new Refused('already-exists')
    const at = new Date(this.clock.now())
    const end = { state: 'given', trouble: null, at, keepsLink: false } as const
    await this.repository.settle(actor.clinic, id, end)
  }

  /**
   * A first link may be handed over by an administrator. One for somebody who signs in already never: with it they
   * could come in as them. In the demo clinic everybody knows everybody's password anyway. (CL9, ID13)
   */
  private linkOf(row: LetterRow): LetterLink {
    if (row.link_until === null) return { state: 'none' }
    if (row.link === null || row.link_until.getTime() <= this.clock.now()) return { state: 'gone' }
    if (row.state !== 'kept' || (row.kind !== 'welcome' && !row.demo)) return { state: 'hidden' }
    return { state: 'shown', address: this.secrets.open(row.clinic_id, placeOfLink(row.mail_id), row.link) }
  }

  private addressed(row: LetterRow): LetterRow {
    return { ...row, ...addresseeOf(this.secrets, row) }
  }

  private async found({ clinic }: Actor, id: string): Promise<LetterRow> {
    const row = isUuid(id) ? await this.repository.one(clinic, id) : null
    if (!row) throw new Refused('not-found')
    return row
  }
}

function lineOf(row: LetterRow): LetterLine {
  return {
    ...{ id: row.mail_id, person: row.person_id, name: row.name, kind: row.kind, state: row.state },
    ...{ subject: wordsFor(row).subject, trouble: row.trouble, tries: row.tries },
    at: row.written_at.getTime(),
    settledAt: row.settled_at?.getTime() ?? null,
  }
}

function wordsFor(row: LetterRow) {
  return wordsOf({
    ...{ kind: row.kind, name: row.name, clinic: row.clinic, timeZone: row.time_zone ?? 'UTC' },
    writtenAt: row.written_at.getTime(),
    linkUntil: row.link_until?.getTime() ?? null,
  })
}

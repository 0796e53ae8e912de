import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { Rounds } from '../config/rounds.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { SecretBox } from '../secrets/secret-box.js'
import { addresseeOf } from './addressee.js'
import { textOf, wordsOf } from './letter.js'
import { MailRepository, type LetterRow } from './mail.repository.js'
import { placeOfLink } from './mail.service.js'
import { PostOffice, type Delivery } from './post-office.js'

const MINUTE = 60_000
/** The pauses before a letter is tried again; after the last one it has failed, and a person decides. (ID15) */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE]
/** Longer than a mail server may take: a letter in somebody's hands is nobody else's. */
const IN_HAND_MS = 2 * MINUTE
const ROUND_MS = 2_000

/** Carries waiting letters to the mail server, in every process at once and each letter in one. (ID12, ID15) */
@Injectable()
export class MailRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly office: PostOffice | null
  private readonly rounds = new Rounds(() => this.round(), ROUND_MS)
  private walking: Promise<void> = Promise.resolve()

  constructor(
    @Inject(CONFIG) { mail }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
    private readonly repository: MailRepository,
    private readonly secrets: SecretBox,
  ) {
    this.office = mail && new PostOffice(mail)
  }

  onApplicationBootstrap(): void {
    if (this.office) this.rounds.begin()
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop()
    await this.walking
    this.office?.close()
  }

  round(): Promise<void> {
    this.walking = this.deliverAll().catch((error: unknown) => {
      // The next round tries again; what waits is in the database.
      this.logger.warn({ event: 'mail', trouble: error instanceof Error ? error.name : 'unknown' })
    })
    return this.walking
  }

  private async deliverAll(): Promise<void> {
    for (;;) {
      const now = this.clock.now()
      const letter = await this.repository.take(new Date(now), new Date(now + IN_HAND_MS))
      if (!letter || !this.office) return
      await this.deliver(letter, this.office)
    }
  }

  private async deliver(letter: LetterRow, office: PostOffice): Promise<void> {
    const { clinic_id: clinic, mail_id: id } = letter
    const isLate = letter.link_until !== null && letter.link_until.getTime() <= this.clock.now()
    if (isLate) {
      await this.repository.settle(clinic, id, { ...this.ended('failed'), trouble: 'late' })
      return
    }
    const { name, email } = addresseeOf(this.secrets, letter)
    const words = wordsOf({
      ...{ kind: letter.kind, name, clinic: letter.clinic, timeZone: letter.time_zone ?? 'UTC' },
      writtenAt: letter.written_at.getTime(),
      linkUntil: letter.link_until?.getTime() ?? null,
    })
    const link = letter.link && this.secrets.open(clinic, placeOfLink(id), letter.link)
    const parcel = {
      from: letter.clinic,
      to: email,
      subject: words.subject,
      text: textOf(words, link),
    }
    await this.settle(letter, await office.deliver(parcel))
  }

  private async settle({ clinic_id: clinic, mail_id: id, tries }: LetterRow, came: Delivery): Promise<void> {
    if (came === 'taken') {
      await this.repository.settle(clinic, id, this.ended('sent'))
      return
    }
    this.logger.warn({ event: 'mail', mail: id, trouble: came, tries })
    const pause = PAUSES[tries - 1]
    if (came === 'refused' || pause === undefined) {
      const end = { ...this.ended('failed'), trouble: came, keepsLink: true }
      await this.repository.settle(clinic, id, end)
      return
    }
    await this.repository.postpone(clinic, id, came, new Date(this.clock.now() + pause))
  }

  private ended(state: 'sent' | 'failed') {
    return { state, trouble: null, at: new Date(this.clock.now()), keepsLink: false } as const
  }
}

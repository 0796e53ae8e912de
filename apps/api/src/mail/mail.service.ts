import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { SecretBox } from '../secrets/secret-box.js'
import type { NewLetter } from './letter.js'
import { MailRepository, type LinkEnd } from './mail.repository.js'

/** Writes letters to people. Sending them is somebody else's work, and happens later. (ID12) */
@Injectable()
export class Mail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly repository: MailRepository,
    private readonly secrets: SecretBox,
    private readonly transactions: ClinicTransactions,
  ) {}

  /** In the transaction of what it tells about: both are stored, or neither. */
  async write(manager: EntityManager, { clinic, person, audience, kind, link }: NewLetter): Promise<void> {
    const now = this.clock.now()
    const id = newUuid(now)
    await this.repository.keep(manager, {
      ...{ id, clinic, person, audience, kind },
      link: link && this.secrets.seal(clinic, placeOfLink(id), link.address),
      linkUntil: link && new Date(link.until),
      state: this.config.mail === null ? 'kept' : 'waiting',
      at: new Date(now),
    })
  }

  /** Links that are used or replaced are kept nowhere; a letter that still waits with one is not sent. (ID13) */
  async forgetLinks(manager: EntityManager, { person, why }: Omit<LinkEnd, 'at'>): Promise<void> {
    await this.repository.forgetLinks(manager, { person, why, at: new Date(this.clock.now()) })
  }

  /** By itself. */
  async send(letter: NewLetter): Promise<void> {
    await this.transactions.run([letter.clinic], (manager) => this.write(manager, letter))
  }
}

/** Where a letter's link stands, for the box that it is sealed in. */
export function placeOfLink(id: string): string {
  return `accord/mail-link/1 ${id}`
}

import { Inject, Injectable } from '@nestjs/common'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { SecretBox } from '../secrets/secret-box.js'
import type { NewLetter } from './letter.js'
import { MailRepository, type LinkEnd } from './mail.repository.js'

/** For how long a letter that nobody carries keeps an address that was to be erased: thirty days, in ms. (ER11) */
const LONGEST_FAREWELL = 30 * 86_400_000

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

  /**
   * The last one to somebody who is about to be erased, with their name and address in it until it has left. Asked again,
   * and of whoever is erased already, it is one. (ER11)
   */
  async sayFarewell(clinic: ClinicId, person: PersonId): Promise<void> {
    const now = this.clock.now()
    const id = newUuid(now)
    await this.transactions.run([clinic], async (manager) => {
      const to = await this.repository.addressOf(manager, clinic, person)
      if (!to) return
      const parcel = this.secrets.seal(clinic, placeOfParcel(id), JSON.stringify(to))
      const state = this.config.mail === null ? 'kept' : 'waiting'
      await this.repository.keepFarewell(manager, { id, clinic, person, state, at: new Date(now), parcel })
    })
  }

  /** Nothing that waits is sent to them any more, in the transaction of what says why. (CL24) */
  async stopFor(manager: EntityManager, clinic: ClinicId, person: PersonId): Promise<void> {
    await this.repository.stopFor(manager, clinic, person, new Date(this.clock.now()))
  }

  /** One that nobody handed over, or that could not be sent, has no address any more. (ER11) */
  async forgetLateParcels(clinic: ClinicId): Promise<void> {
    const now = this.clock.now()
    await this.repository.forgetParcels(clinic, new Date(now - LONGEST_FAREWELL), new Date(now))
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

/** Where the address of a letter's person stands. */
export function placeOfParcel(id: string): string {
  return `accord/mail-parcel/1 ${id}`
}

/** Where a letter's link stands, for the box that it is sealed in. */
export function placeOfLink(id: string): string {
  return `accord/mail-link/1 ${id}`
}

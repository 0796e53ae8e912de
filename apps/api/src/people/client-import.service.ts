import type { Actor } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { ImportAnswer } from '@accord/domain/rest/client-import'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { message } from '../messages/message.js'
import { ClientRepository } from './client.repository.js'
import { readClientRows, type FoundClient, type Trouble } from './client-rows.js'
import { orTaken } from './taken-email.js'

/** Takes in many clients at once: all of a file, or nobody. (CL16, CL17) */
@Injectable()
export class ClientImportService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: ClientRepository,
  ) {}

  async import(actor: Actor, csv: string, { dry }: { readonly dry: boolean }): Promise<ImportAnswer> {
    const { found, clients, troubles } = readClientRows(csv)
    const taken = await this.troublesOfTaken(actor, clients)
    const all = [...troubles, ...taken].sort((a, b) => a.row - b.row)
    const isDone = all.length === 0 && !dry
    if (isDone) await this.add(actor, clients)
    const told = all.map((trouble) => ({ ...trouble, message: message(`import.${trouble.code}`) }))
    return { dry, found, imported: isDone ? clients.length : 0, troubles: told }
  }

  private async troublesOfTaken({ clinic }: Actor, clients: readonly FoundClient[]): Promise<Trouble[]> {
    const emails = clients.map(({ client }) => client.email)
    const taken = await this.repository.taken(clinic, emails)
    return clients
      .filter(({ client }) => taken.has(client.email))
      .map(({ row }) => ({ row, column: 'email', code: 'email-taken' }))
  }

  /** One transaction. Whoever took an e-mail since it was looked at makes all of it fail. */
  private async add({ clinic }: Actor, clients: readonly FoundClient[]): Promise<void> {
    const now = this.clock.now()
    const added = clients.map(({ client }) => ({ id: newUuid(now) as PersonId, client, at: new Date(now) }))
    await orTaken(this.repository.add(clinic, added))
  }
}

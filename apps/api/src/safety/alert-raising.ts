import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { AlertKind } from '@accord/domain/safety/alert'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sealAlert } from './safety-seal.js'

/** What somebody has to see. Times in ms. */
export interface RaisedAlert {
  readonly clinic: ClinicId
  readonly kind: AlertKind
  readonly at: number
  readonly dueAt: number | null
  readonly instrument: string
  readonly title: string
  readonly item: string
  readonly answer: string | null
}

interface OfAnswer {
  readonly request: string
  readonly caseId: CaseId
  readonly client: PersonId
}

const INSERT = `
INSERT INTO safety_alert (alert_id, clinic_id, case_id, client_id, request_id, kind, at, due_at, key_version, content)
VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), to_timestamp($8::float8 / 1000), $9, $10)`

/** Raises alerts inside the transaction that stores the answer: where one can't be stored, neither is the other. (SA1) */
@Injectable()
export class AlertRaising {
  async insert(
    manager: EntityManager,
    { request, caseId, client }: OfAnswer,
    alerts: readonly RaisedAlert[],
    key: LogKey,
  ): Promise<void> {
    for (const { clinic, kind, at, dueAt, ...content } of alerts) {
      const id = newUuid(at)
      const sealed = sealAlert(content, id, key)
      const values = [id, clinic, caseId, client, request, kind, at, dueAt, key.version, sealed]
      await manager.query(INSERT, values)
    }
  }
}

import type pg from 'pg'
import { PatientClient } from './patient-client.js'

/** A connection beside any pool, opened. That it broke is said by the question that it did not answer. */
export async function openLoneClient(how: pg.ClientConfig): Promise<pg.Client> {
  const client = new PatientClient(how)
  await client.connect()
  return client
}

import pg from 'pg'

/**
 * A connection beside any pool, opened. That it broke is said by the question that it did not answer; without somebody who
 * hears it, the same break would end the process as well.
 */
export async function openLoneClient(how: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(how)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

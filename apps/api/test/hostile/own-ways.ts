import type { TestApi } from '../api.js'

interface Client {
  readonly clinic: string
  readonly client: string
}

/** One to its client, of which everything but its state is as in life. */
async function aLetter(api: TestApi, { clinic, client }: Client): Promise<string> {
  const [letter] = await api.owner.query<{ mail_id: string }[]>(
    `INSERT INTO mail (mail_id, clinic_id, person_id, kind, audience, state, written_at, due_at)
     VALUES (uuidv7(), $1, $2, 'new-device', 'portal', 'kept', now(), now()) RETURNING mail_id`,
    [clinic, client],
  )
  if (!letter) throw new Error('no letter was written')
  return letter.mail_id
}

/** What they asked about their record; its words are gone. */
async function aRequest(api: TestApi, { clinic, client }: Client): Promise<string> {
  const [asked] = await api.owner.query<{ id: string }[]>(
    `INSERT INTO data_request (request_id, clinic_id, person_id, kind, state, received_at, due_at, words)
     VALUES (uuidv7(), $1, $2, 'access', 'received', now(), now() + interval '1 month', '') RETURNING request_id AS id`,
    [clinic, client],
  )
  if (!asked) throw new Error('nothing was asked')
  return asked.id
}

/** Where the client is signed in, and a passkey that no device answers with. */
export async function ofTheClient(api: TestApi, of: Client) {
  const { clinic, client } = of
  const [signIn] = await api.owner.query<{ id: string }[]>(
    'SELECT sign_in_id AS id FROM sign_in WHERE person_id = $1',
    [client],
  )
  const [passkey] = await api.owner.query<{ id: string }[]>(
    `INSERT INTO passkey (passkey_id, clinic_id, person_id, audience, credential_id, public_key, counter, transports,
       device, created_at) VALUES (uuidv7(), $1, $2, 'portal', uuid_send(uuidv7()), '\\x00', 0, '{}', '', now())
     RETURNING passkey_id AS id`,
    [clinic, client],
  )
  if (!signIn || !passkey) throw new Error('the client has no way in')
  const [letter, dataRequest] = [await aLetter(api, of), await aRequest(api, of)]
  return { device: signIn.id, passkey: passkey.id, letter, dataRequest }
}

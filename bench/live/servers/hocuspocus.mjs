import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

/** Hocuspocus as its documentation sets it up: the database extension on PostgreSQL, everything else as it comes. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })

const database = new Database({
  fetch: async ({ documentName }) => {
    const { rows } = await pool.query('SELECT state FROM document WHERE name = $1', [documentName])
    return rows[0]?.state ?? null
  },
  store: async ({ documentName, state }) => {
    await pool.query(
      'INSERT INTO document (name, state) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET state = excluded.state',
      [documentName, state],
    )
  },
})

const port = Number(process.env.PORT)
await new Server({ address: '127.0.0.1', port, quiet: true, extensions: [database] }).listen()
process.send?.({ type: 'ready' })
process.on('disconnect', () => process.exit(0))

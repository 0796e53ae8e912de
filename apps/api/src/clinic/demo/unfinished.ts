import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../../config/config.js'
import { ownerDataSource } from '../../database/data-source.js'
import { migrate } from '../../database/migrate.js'

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>

const markOf = ({ dataDir }: Pick<Config, 'dataDir'>) => path.join(dataDir, 'demo-unfinished')

/** Does the filling with a mark beside the database, which stays when the process is killed meanwhile. */
export async function markedUnfinished(place: Place, fill: () => Promise<void>): Promise<void> {
  mkdirSync(place.dataDir, { recursive: true })
  writeFileSync(markOf(place), '')
  await fill()
  rmSync(markOf(place))
}

/** Empties a database whose filling was cut short, so that it begins anew; only ever the demo clinic's. */
export async function discardUnfinished(place: Place): Promise<void> {
  if (!existsSync(markOf(place))) return
  const owner = await ownerDataSource(place.databaseUrl).initialize()
  try {
    const clinics = await owner.transaction(async (manager) => {
      // Row-level security is forced: the owner sees the clinics as the doorkeeper does.
      await manager.query('SET LOCAL ROLE accord_doorkeeper')
      return manager.query<{ demo: boolean }[]>('SELECT demo FROM find_clinics()')
    })
    if (clinics.length !== 1 || clinics[0]?.demo !== true) return
    await owner.query('DROP SCHEMA public CASCADE')
    await owner.query('CREATE SCHEMA public')
  } finally {
    await owner.destroy()
  }
  await migrate(place)
}

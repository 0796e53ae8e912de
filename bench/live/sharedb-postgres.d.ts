declare module 'sharedb-postgres' {
  import type { DB } from 'sharedb'
  import type { PoolConfig } from 'pg'

  const PostgresDB: new (options: PoolConfig) => DB
  export default PostgresDB
}

import type { LogId } from '@accord/domain/ids'
import { KeyStore } from './key-store.js'

/** Under this name the house's own key lies with those of its logs; no log is ever called so. */
const HOUSE = '00000000-0000-7000-8000-000000000001' as LogId

/** What no clinic's key is for, such as the seal over a question to a device: it stays the same in a rotation. (KR6) */
export function houseKey(dataDir: string): Buffer {
  return new KeyStore(dataDir).openOrCreate(HOUSE).key
}

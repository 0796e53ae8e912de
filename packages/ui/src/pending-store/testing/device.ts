import { IDBFactory } from 'fake-indexeddb'
import type { Device } from '../open-pending-store.js'
import type { Locks } from '../tab-lock.js'

/** A browser profile for tests: what its tabs share. */
export class Profile {
  readonly databases: IDBFactory = new IDBFactory()
  readonly #held = new Set<string>()
  now = Date.now()

  /** A new tab, or one loaded again or duplicated when given another tab's session storage. */
  tab(storage: Storage = memoryStorage()): Device {
    return { databases: this.databases, locks: this.#locks(), tab: storage, clock: () => this.now }
  }

  #locks(): Locks {
    const request = async (name: string, options: LockOptions, hold: LockGrantedCallback<unknown>) => {
      const until = Date.now() + (options.ifAvailable ? 0 : 50)
      while (this.#held.has(name) && Date.now() < until) await moment()
      if (this.#held.has(name)) {
        if (options.ifAvailable) return hold(null)
        throw new DOMException('waited long enough', 'TimeoutError')
      }
      this.#held.add(name)
      await hold({ name, mode: 'exclusive' })
      this.#held.delete(name)
      return undefined
    }
    return { request: request as Locks['request'] }
  }
}

/** A copy is what a duplicated tab starts with. */
export function memoryStorage(copied?: Storage): Storage {
  const items = new Map<string, string>()
  for (let at = 0; copied && at < copied.length; at++) {
    const key = copied.key(at) ?? ''
    items.set(key, copied.getItem(key) ?? '')
  }
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}

/** The part of the Web Locks API that is used. */
export type Locks = Pick<LockManager, 'request'>

/** How long a reloaded page waits for the page before it to let go, in ms. */
const HAND_OVER = 400

/** Takes a lock until it is released or the tab is gone; null when another tab has it. */
export function takeLock(
  locks: Locks,
  name: string,
  patience: 'now' | 'hand-over',
): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null) => {
      if (!lock) {
        resolve(null)
        return undefined
      }
      return new Promise<void>((release) => resolve(() => release()))
    }
    const options: LockOptions =
      patience === 'now' ? { ifAvailable: true } : { signal: AbortSignal.timeout(HAND_OVER) }
    locks.request(name, options, hold).catch((error: unknown) => {
      if (error instanceof DOMException) resolve(null)
      else reject(error instanceof Error ? error : new Error('the lock was refused'))
    })
  })
}

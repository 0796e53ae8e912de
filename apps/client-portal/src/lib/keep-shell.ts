import { scriptAddress } from '@accord/ui/trusted/script-address'

const WORKER = '/worker.js'

/** Has the browser keep the app itself, so that it opens without a network. A browser that can't does without. (OF1) */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(scriptAddress(WORKER), { scope: '/', updateViaCache: 'none' })
  } catch (error) {
    // Private windows refuse it, and without a network a new one can't be fetched.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
}

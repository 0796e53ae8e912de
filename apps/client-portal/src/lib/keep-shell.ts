const WORKER = '/worker.js'

/** The part of Trusted Types that is used; a browser without them takes the address as it is. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { readonly createScriptURL: (url: string) => string }
}

/** Has the browser keep the app itself, so that it opens without a network. A browser that can't does without. (OF1) */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(workerAddress(), { scope: '/', updateViaCache: 'none' })
  } catch (error) {
    // Private windows refuse it, and without a network a new one can't be fetched.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
}

/** The one script that may be run by its address. (ID10) */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (!trustedTypes) return WORKER
  const policy = trustedTypes.createPolicy('accord', {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError('no script of ours')
      return url
    },
  })
  return policy.createScriptURL(WORKER)
}

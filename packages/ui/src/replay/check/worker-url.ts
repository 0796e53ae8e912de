interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/** The address of a worker as the page's policy wants it: only files of the app's own, under the policy `accord`. */
export function workerUrl(address: string): string {
  const url = new URL(address, document.baseURI)
  if (url.origin !== location.origin) throw new Error('a worker comes from the app itself')
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('accord', { createScriptURL: (own) => own }) ?? null
  return policy === null ? url.href : policy.createScriptURL(url.href)
}

/** The part of Trusted Types that is used; a browser without them takes an address as it is. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/**
 * The address of a worker as the page's policy wants it. A page has one policy, `accord`, made once, and it lets
 * through only files that a build of the app itself put there. (ID10)
 */
export function scriptAddress(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('accord', { createScriptURL: ownScript }) ?? null
  return policy === null ? ownScript(address) : policy.createScriptURL(address)
}

function ownScript(address: string): string {
  const { origin, pathname, href } = new URL(address, document.baseURI)
  const isBuilt = pathname === '/worker.js' || pathname.startsWith('/assets/')
  if (origin !== location.origin || !isBuilt) throw new TypeError('a worker comes from the app itself')
  return href
}

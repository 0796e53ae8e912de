/** How an app asks its own server, and what it makes of a refusal. */
export interface Asking {
  readonly get: <Shape>(path: string) => Promise<Shape>
  readonly post: <Shape>(path: string, body: object) => Promise<Shape>
  /** The code of a refusal; null where nobody could be asked. */
  readonly codeOf: (error: unknown) => string | null
}

/** The key that does the same, printed on what it does. */
export function KeyCap({ name }: { readonly name: string }) {
  return (
    <kbd className="key-cap" aria-hidden>
      {name}
    </kbd>
  )
}

/** Leads to the first field that is wrong, once the form has said so. */
export function focusFirstWrong(form: HTMLElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}

/** zod writes an optional as `| undefined`; ours mean absent. On the wire the two are the same. */
export type Held<Type> = Type extends readonly (infer Item)[]
  ? readonly Held<Item>[]
  : Type extends object
    ? {
        [Key in keyof Type]: undefined extends Type[Key]
          ? Held<Type[Key]> | undefined
          : Held<Type[Key]>
      }
    : Type

import { paraglideVitePlugin } from "@inlang/paraglide-js";
import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** Fonts of the folder are imported once, by the style sheet; no page asks a third party for anything. */
const contentSecurityPolicy = {
  mode: "nonce" as const,
  directives: {
    "default-src": ["self" as const],
    "script-src": ["self" as const],
    "style-src": ["self" as const],
    // The one inline style: SvelteKit's hidden announcer of page changes for screen readers.
    "style-src-attr": [
      "unsafe-hashes" as const,
      "sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=" as const,
    ],
    "img-src": ["self" as const, "data:" as const],
    "font-src": ["self" as const],
    "connect-src": ["self" as const],
    "object-src": ["none" as const],
    "base-uri": ["none" as const],
    "form-action": ["self" as const],
    "frame-ancestors": ["none" as const],
  },
};

/** SvelteKit would read `src/env.ts` as its own list of variables; ours is read by Node too, so its look-up is moved. */
const files = {
  src: "src/routes",
  appTemplate: "src/app.html",
  errorTemplate: "src/error.html",
  routes: "src/routes",
  params: "src/params",
  serviceWorker: "src/service-worker",
  hooks: { server: "src/hooks.server", client: "src/hooks.client", universal: "src/hooks" },
};

/**
 * What a module or the kernel knows is pure, and so is a face (the import law): to import it does nothing. So a page that asks for one name of it
 * is not sent what stands beside it: the names of statuses without all that is known of moves.
 */
const pureParts = {
  test: /\/src\/(?:(?:kernel|modules\/[^/]+)\/(?:ui\/index|(?!server\/|ui\/).*)|ui\/(?:index|forms))\.ts$/,
  sideEffects: false,
};

/**
 * Making the rules of plurals costs a hundred times what asking them does, and the texts would make them for every sentence:
 * each is made once.
 */
const pluralsMadeOnce = {
  name: "plurals-made-once",
  transform: {
    filter: { id: /\/paraglide\/registry\.js$/ },
    handler(code: string) {
      const made = "new Intl.PluralRules(locale, options)";
      if (!code.includes(made)) throw new Error("The texts make their rules of plurals in another way now.");
      const once = `const rules = new Map();
const rulesIn = (locale) => rules.get(locale) ?? rules.set(locale, new Intl.PluralRules(locale)).get(locale);
`;
      return { code: once + code.replace(made, "rulesIn(locale)"), map: null };
    },
  },
};

export default defineConfig({
  environments: {
    client: {
      build: {
        rolldownOptions: {
          treeshake: { moduleSideEffects: [pureParts] },
        },
      },
    },
  },
  plugins: [
    paraglideVitePlugin({
      project: "./project.inlang",
      outdir: "./src/paraglide",
      strategy: ["cookie", "baseLocale"],
      cookieName: "language",
      outputStructure: "message-modules",
      emitReadme: false,
    }),
    pluralsMadeOnce,
    tailwindcss(),
    sveltekit({
      adapter: adapter(),
      csp: contentSecurityPolicy,
      files,
      // The sign-in page also answers at the address of a form whose session has ended.
      paths: { relative: false },
      version: { pollInterval: 0 },
      // The recording page registers it, for itself alone.
      serviceWorker: { register: false },
    }),
  ],
});

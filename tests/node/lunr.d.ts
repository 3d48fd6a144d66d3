// What the search uses of lunr.js 2.3.9, its insides included: an index is put together by hand.

declare module "lunr" {
  interface Clause {
    term: string;
    fields: string[];
    boost: number;
    presence: number;
    usePipeline: boolean;
    wildcard: number;
    editDistance: number;
  }
  class Query {
    constructor(fields: string[]);
    clauses: Clause[];
    clause(clause: Partial<Clause> & { term: string }): Query;
  }
  class QueryParser {
    constructor(line: string, query: Query);
    parse(): Query;
  }
  class Token {
    constructor(text: string);
    toString(): string;
    clone(change: (text: string) => string): Token;
  }
  type PipelineFunction = ((token: Token) => Token[]) & { label?: string };
  class Pipeline {
    static registeredFunctions: Record<string, PipelineFunction>;
    add(...functions: PipelineFunction[]): void;
    runString(text: string): string[];
  }
  class Vector {
    elements: number[];
  }
  class TokenSet {
    static fromArray(words: string[]): TokenSet;
    static fromFuzzyString(word: string, distance: number): TokenSet;
    intersect(other: TokenSet): TokenSet;
    toArray(): string[];
  }
  interface Found {
    ref: string;
    score: number;
    matchData: { metadata: Record<string, Record<string, object>> };
  }
  class Index {
    constructor(parts: {
      invertedIndex: object;
      fieldVectors: Record<string, Vector>;
      tokenSet: TokenSet;
      fields: string[];
      pipeline: Pipeline;
    });
    fieldVectors: Record<string, Vector>;
    query(build: (query: Query) => void): Found[];
  }
  function stemmer(token: Token): Token;
}

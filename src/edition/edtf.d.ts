/** The part of the edtf package that is used here; the package brings no types of its own. */
declare module "edtf" {
  /** Bits for the eight digits of a date, the year's first digit lowest; or the whole date. */
  type Mask = number | boolean;

  /** A day, a month, a year; months count from 0, and digits that are unspecified hold their least value. */
  export interface DateNode {
    /** Absent within intervals where a digit is unspecified. */
    readonly type?: "Date";
    /** Year, month, day, hour, minute, second. */
    readonly values: readonly number[];
    readonly approximate?: Mask;
    readonly uncertain?: Mask;
    readonly unspecified?: number;
    readonly timeZone?: string;
  }

  /** A season or another part of a year, by its number: 21 is spring. */
  export interface SeasonNode {
    readonly type: "Season";
    readonly values: readonly [year: number, season: number];
    readonly approximate?: Mask;
    readonly uncertain?: Mask;
  }

  /** A side of an interval: infinity where it is open, nothing where it is unknown. */
  export type SideNode = DateNode | SeasonNode | number | null;

  /** From one date to another. */
  export interface IntervalNode {
    readonly type: "Interval";
    readonly values: readonly [SideNode, SideNode];
  }

  /** One of several dates (`Set`), or all of them (`List`); a pair is a stretch of days. */
  export interface ChoiceNode {
    readonly type: "Set" | "List";
    readonly values: readonly (DateNode | readonly [DateNode, DateNode])[];
    readonly earlier?: boolean;
    readonly later?: boolean;
  }

  /** Years beyond four digits, and forms that ISO 8601-2 lets agree between partners. */
  export interface OtherNode {
    readonly type: "Year" | "Decade" | "Century";
  }

  export type ParsedNode = DateNode | SeasonNode | IntervalNode | ChoiceNode | OtherNode;

  /** Forms beyond level 2 that are wanted all the same. */
  export interface ParseConstraints {
    readonly seasonIntervals?: boolean;
    readonly seasonUncertainty?: boolean;
  }

  /** Reads EDTF; throws where it is none. */
  export function parse(text: string, constraints?: ParseConstraints): ParsedNode;
}

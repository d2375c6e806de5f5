/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-funding.h"

G_BEGIN_DECLS

/** What a funding programme can ask of an application. */
typedef enum {
  MAPPE_FUNDING_RULE_OPEN,       /* the programme takes applications */
  MAPPE_FUNDING_RULE_DEADLINE,   /* handed in by its day, or the day is still to come */
  MAPPE_FUNDING_RULE_QUOTA,      /* at most a share of the cost */
  MAPPE_FUNDING_RULE_CAP,        /* at most an amount a year */
  MAPPE_FUNDING_RULE_YEARS,      /* not longer than so many years */
  MAPPE_FUNDING_RULE_OWN_SHARE,  /* at least a share of one's own */
  MAPPE_FUNDING_RULE_COVERED,    /* the cost is financed; asked by every programme */
  MAPPE_FUNDING_RULE_PAPERS,     /* all papers supplied */
  MAPPE_FUNDING_RULE_STATEMENT,  /* a statement of the council */
  MAPPE_FUNDING_N_RULES,
} MappeFundingRule;

/** MappeFundingVerdict: @MAPPE_FUNDING_UNKNOWN: something that is needed to tell is not entered */
typedef enum {
  MAPPE_FUNDING_NO_RULE,
  MAPPE_FUNDING_MET,
  MAPPE_FUNDING_NOT_MET,
  MAPPE_FUNDING_UNKNOWN,
} MappeFundingVerdict;

/**
 * MappeFundingCheck:
 * @limit: what the rule allows or wants: cents of an amount; papers wanted; months of the longest time
 * @value: what the application has: cents; papers supplied; months of the project; days left until the deadline; 1 for
 *   a statement that is drafted
 */
typedef struct {
  MappeFundingVerdict verdict;
  gint64              limit, value;
} MappeFundingCheck;

MappeFundingCheck mappe_funding_check    (const MappeFundingFile *file, MappeFundingRule rule, const char *today);
guint             mappe_funding_n_not_met (const MappeFundingFile *file, const char *today);

G_END_DECLS

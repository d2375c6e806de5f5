/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-words.h"

#include <glib/gi18n-lib.h>

/** mappe_words_time: Returns: (transfer full): "17:10 hrs" */
char *
mappe_words_time (int minute, const MappeLanguage *language)
{
  g_autofree char *time = mappe_minute_format (minute);

  /* Translators: a time of the day; %s is "17:10". */
  return g_strdup_printf (L_("%s hrs"), time);
}

static const char *
words_of_rule (MappeQuorumRule rule, const MappeLanguage *language)
{
  switch (rule)
    {
    case MAPPE_QUORUM_MORE_THAN_HALF:
      return L_("more than half of the members entitled to vote");
    case MAPPE_QUORUM_ONE_THIRD:
      return L_("one third of the members entitled to vote, after an exclusion");
    case MAPPE_QUORUM_THREE_MEMBERS:
      return L_("fixed number after a second invitation");
    case MAPPE_QUORUM_NONE:
    default:
      return L_("no quorum needed");
    }
}

/** mappe_words_majority_rule: Returns: (transfer none): the rule in a few words */
const char *
mappe_words_majority_rule (MappeMajorityRule rule, const MappeLanguage *language)
{
  switch (rule)
    {
    case MAPPE_MAJORITY_TWO_THIRDS_PRESENT:
      return L_("two thirds of those present");
    case MAPPE_MAJORITY_TWO_THIRDS_STATUTORY:
      return L_("two thirds of all members");
    case MAPPE_MAJORITY_CONSENSUS:
      return L_("consensus");
    case MAPPE_MAJORITY_SIMPLE:
    default:
      return L_("majority of those present");
    }
}

/**
 * mappe_words_quorum:
 *
 * Returns: (transfer full): "Quorate: 12 of 19 members entitled to vote are present, 10 are needed (more than half …)"
 */
char *
mappe_words_quorum (const MappeQuorum *quorum, const MappeLanguage *language)
{
  const char *rule = words_of_rule (quorum->applied, language);

  if (quorum->applied == MAPPE_QUORUM_NONE)
    /* Translators: %u members entitled to vote */
    return g_strdup_printf (L_("Able to decide: no quorum is needed (%u entitled to vote are present)"),
                            quorum->present);
  /* Translators: present, members, needed, rule */
  return g_strdup_printf (quorum->quorate
                              ? L_("Quorate: %u of %u members entitled to vote are present, %u are needed (%s)")
                              : L_("No quorum: %u of %u members entitled to vote are present, %u are needed (%s)"),
                          quorum->present, quorum->statutory, quorum->needed, rule);
}

/** mappe_words_counts: Returns: (transfer full): "9 in favour, 1 against, 1 abstention" */
char *
mappe_words_counts (guint yes, guint no, guint abstain, const MappeLanguage *language)
{
  g_autofree char *favour = g_strdup_printf (L_("%u in favour"), yes);
  g_autofree char *against = g_strdup_printf (L_("%u against"), no);
  g_autofree char *abstained =
      g_strdup_printf (mappe_language_plural (language, "%u abstention", "%u abstentions", abstain), abstain);

  return g_strdup_printf ("%s, %s, %s", favour, against, abstained);
}

/**
 * mappe_words_verdict:
 *
 * Returns: (transfer full): the result with its rule: "Adopted (majority of those present: 6 of 10 needed)"
 */
char *
mappe_words_verdict (const MappeSittingRules *rules, const MappeVerdict *verdict, const MappeLanguage *language)
{
  const char *result = verdict->adopted && verdict->tie ? L_("Adopted by the vote of the chair in a tie")
                       : verdict->adopted ? (verdict->unanimous ? L_("Adopted unanimously") : L_("Adopted"))
                                        : (verdict->tie ? L_("Rejected by a tie") : L_("Rejected"));

  if (rules->majority == MAPPE_MAJORITY_CONSENSUS)
    return g_strdup_printf ("%s (%s)", result, mappe_words_majority_rule (rules->majority, language));
  /* Translators: result (rule: needed votes of votes) */
  return g_strdup_printf (L_("%s (%s: %u of %u needed)"), result, mappe_words_majority_rule (rules->majority, language),
                          verdict->needed, verdict->of);
}

/** mappe_words_vote_fault: Returns: (transfer full) (nullable): why the votes do not add up; %NULL when they do */
char *
mappe_words_vote_fault (const MappeVerdict *verdict, guint entitled, const MappeLanguage *language)
{
  if (verdict->fault == MAPPE_VOTE_FINE)
    return NULL;
  /* Translators: votes counted, members entitled */
  return g_strdup_printf (verdict->fault == MAPPE_VOTE_TOO_FEW
                              ? L_("%u votes are fewer than the %u members who may vote")
                              : L_("%u votes are more than the %u members who may vote"),
                          verdict->sum, entitled);
}

/**
 * mappe_words_notice:
 * @received_on: day the invitation is received
 * @held_on: day of the meeting
 *
 * Returns: (transfer full): the notice period with its arithmetic
 */
char *
mappe_words_notice (const MappeNotice *notice, const char *received_on, const char *held_on,
                    const MappeLanguage *language)
{
  g_autofree char *received = mappe_language_date (language, received_on);
  g_autofree char *held = mappe_language_date (language, held_on);
  g_autofree char *deadline = mappe_language_date (language, notice->deadline);
  guint given = (guint) MAX (notice->given, 0);
  /* Translators: full days, day of receipt, day of the meeting */
  g_autofree char *days =
      g_strdup_printf (mappe_language_plural (language, "%u full day lies between receipt on %s and the meeting on %s",
                                              "%u full days lie between receipt on %s and the meeting on %s", given),
                       given, received, held);

  /* Translators: sentence about the days, days needed, last day of receipt */
  return g_strdup_printf (notice->kept ? L_("%s; %u are needed: the notice period is kept (last day: %s)")
                                       : L_("%s; %u are needed: the notice period is not kept (last day: %s)"),
                          days, notice->required, deadline);
}

/** mappe_words_stay: Returns: (transfer full): when somebody was there: "15:30–16:10, 16:25–17:35"; "" if never */
char *
mappe_words_stay (const MappeParticipant *participant, const MappeLanguage *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < participant->stays->len; i++)
    {
      const MappeStay *stay = &g_array_index (participant->stays, MappeStay, i);
      g_autofree char *from = mappe_minute_format (stay->from);
      g_autofree char *to = stay->to != MAPPE_MINUTE_OPEN ? mappe_minute_format (stay->to) : g_strdup ("");

      g_string_append_printf (text, "%s%s–%s", i > 0 ? ", " : "", from, to);
    }
  return g_string_free (text, FALSE);
}

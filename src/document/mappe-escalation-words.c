/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-escalation-words.h"

#include <glib/gi18n-lib.h>

#include "mappe-escalation-contact.h"

/** mappe_escalation_words_topic: Returns: (transfer none): name of a topic */
const char *
mappe_escalation_words_topic (const MappeEscalation *escalation, const MappeEscalationTopic *topic,
                              const MappeLanguage *language)
{
  const char *label = mappe_codes_label (escalation->codes, "clause_topic", topic->code,
                                         mappe_language_is_german (language));

  return label != NULL ? label : topic->code;
}

/** mappe_escalation_words_gaps: Returns: (transfer full) (nullable): what the topic lacks; %NULL: nothing */
char *
mappe_escalation_words_gaps (const MappeEscalationTopic *topic, const MappeLanguage *language)
{
  static const struct { guint gap; const char *words; } gaps[] = {
    { MAPPE_ESCALATION_NO_CONTACT, N_("Nobody is named for this topic of an agreement in force.") },
    { MAPPE_ESCALATION_NO_FIRST, N_("The first step is missing.") },
    { MAPPE_ESCALATION_NO_SECOND, N_("There is no second step.") },
    { MAPPE_ESCALATION_NO_PHONE, N_("A contact or a deputy has no phone.") },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if ((topic->gaps & gaps[i].gap) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", L_ (gaps[i].words));
  return g_string_free (text, text->len == 0);
}

/** mappe_escalation_words_verdict: Returns: (transfer full): how many topics lack something */
char *
mappe_escalation_words_verdict (const MappeEscalation *escalation, const MappeLanguage *language)
{
  guint n = mappe_escalation_n_gaps (escalation);

  if (escalation->topics->len == 0)
    return g_strdup (L_ ("No escalation contacts yet"));
  if (n == 0)
    return g_strdup (L_ ("Each topic has its steps"));
  /* Translators: number of topics with gaps, number of all */
  return g_strdup_printf (mappe_language_plural (language, "%1$u of %2$u topics has a gap",
                                                 "%1$u of %2$u topics have gaps", n), n, escalation->topics->len);
}

static char *
join (const char *one, const char *two, const char *three)
{
  const char *parts[] = { one, two, three };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/** mappe_escalation_words_contact: Returns: (transfer full): role, phone and hours of a contact */
char *
mappe_escalation_words_contact (const MappeListed *contact, const MappeLanguage *language)
{
  const char *phone = mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_PHONE);

  return join (mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_ROLE),
               phone != NULL ? phone : L_ ("no phone"),
               mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_HOURS));
}

/** mappe_escalation_words_stand_in: Returns: (transfer full) (nullable): who stands in for a contact, with a phone */
char *
mappe_escalation_words_stand_in (const MappeListed *contact, const MappeLanguage *language)
{
  const char *deputy = mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_DEPUTY);
  const char *phone = mappe_row_get_text (contact->row, MAPPE_ESCALATION_CONTACT_DEPUTY_PHONE);

  return deputy != NULL || phone != NULL ? join (deputy, phone != NULL ? phone : L_ ("no phone"), NULL) : NULL;
}

/** mappe_escalation_words_deputy: Returns: (transfer full): the deputy of a contact, as words that stand alone */
char *
mappe_escalation_words_deputy (const MappeListed *contact, const MappeLanguage *language)
{
  g_autofree char *both = mappe_escalation_words_stand_in (contact, language);

  return both != NULL ? g_strdup_printf (L_ ("Deputy: %s"), both) : g_strdup (L_ ("no deputy"));
}

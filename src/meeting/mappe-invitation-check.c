/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-agenda-part.h"
#include "mappe-invitation-acts.h"
#include "mappe-meeting.h"
#include "mappe-recipients.h"

/* The check list before an invitation is sent; all sentences are in the language of the user. */

static void
point_free (gpointer data)
{
  MappeInvitationPoint *self = data;

  g_free (self->text);
  g_free (self);
}

static void
add (GPtrArray *points, gboolean fine, gboolean needed, char *text)
{
  MappeInvitationPoint *self = g_new (MappeInvitationPoint, 1);

  *self = (MappeInvitationPoint) { fine, needed, text };
  g_ptr_array_add (points, self);
}

static void
add_number (GString *numbers, const MappeSittingItem *item)
{
  g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", item->number);
}

static void
check_plan (GPtrArray *points, const MappeSitting *sitting)
{
  gboolean planned = !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_START_AT)
                     && !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_PLACE);

  add (points, planned, TRUE, g_strdup (planned ? _("Date, time and place are set") : _("Time or place is missing")));
  add (points, sitting->items->len > 0, TRUE,
       sitting->items->len > 0
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The agenda has %u item", "The agenda has %u items",
                                           sitting->items->len), sitting->items->len)
           : g_strdup (_("The agenda is empty")));
}

/* GemO § 34 (6): non-public items are announced in general words only. */
static void
check_public_titles (GPtrArray *points, const MappeSitting *sitting)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      n += !item->public;
      if (!item->public && mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE))
        add_number (missing, item);
    }
  if (n == 0 || !mappe_agenda_has_public_part (sitting->meeting))
    return;
  add (points, missing->len == 0, FALSE,
       missing->len == 0 ? g_strdup (_("Non-public items have a neutral public title"))
                         /* Translators: %s are numbers of agenda items */
                         : g_strdup_printf (_("No neutral public title: item %s (published as “Non-public matter”)"),
                                            missing->str));
}

/* Whether there is a public part is a mark of the meeting; an agenda that says otherwise would let the public in. */
static void
check_part (GPtrArray *points, const MappeSitting *sitting)
{
  g_autoptr (GString) public = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    if (((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->public)
      add_number (public, g_ptr_array_index (sitting->items, i));
  if (public->len > 0 && !mappe_agenda_has_public_part (sitting->meeting))
    add (points, FALSE, FALSE,
         /* Translators: %s are numbers of agenda items */
         g_strdup_printf (_("The meeting has no public part, but there are public items: %s"), public->str));
}

static void
check_kind (GPtrArray *points, const MappeSitting *sitting)
{
  g_autoptr (GString) second = g_string_new (NULL);
  gboolean reason = !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_URGENCY_REASON);

  for (guint i = 0; i < sitting->items->len; i++)
    if (mappe_sitting_is_second (sitting, g_ptr_array_index (sitting->items, i)))
      add_number (second, g_ptr_array_index (sitting->items, i));
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_SECOND_INVITATION) != 0)
    add (points, second->len > 0, FALSE,
         second->len > 0
             /* Translators: numbers of agenda items, number of members */
             ? g_strdup_printf (_("Second invitation for item %s: the text says that %u members are enough"),
                                second->str, sitting->rules.second_needed)
             : g_strdup (_("Second invitation, but no item is marked as called for the second time")));
  if (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_URGENT) != 0)
    add (points, reason, TRUE, g_strdup (reason ? _("Urgent: the text gives the reason")
                                                : _("Urgent, but the reason is missing")));
}

static void
check_papers (GPtrArray *points, const MappeSitting *sitting)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      gboolean decides = g_strcmp0 (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_KIND), "decision") == 0;

      n += decides;
      if (decides && item->documents->len == 0)
        add_number (missing, item);
    }
  if (n > 0)
    add (points, missing->len == 0, FALSE,
         missing->len == 0 ? g_strdup (_("Items for decision have papers"))
                           /* Translators: %s are numbers of agenda items */
                           : g_strdup_printf (_("No papers for decision: item %s"), missing->str));
}

static void
check_recipients (GPtrArray *points, GPtrArray *recipients)
{
  guint unreached = 0, unsworn = 0;

  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);

      unreached += (recipient->gaps & ~MAPPE_GAP_UNDERTAKING) != 0;
      unsworn += (recipient->gaps & MAPPE_GAP_UNDERTAKING) != 0;
    }
  add (points, unreached == 0, FALSE,
       unreached == 0 ? g_strdup_printf (_("All %u recipients can be reached"), recipients->len)
                      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recipient has no channel or address",
                                                      "%u recipients have no channel or address", unreached),
                                         unreached));
  if (unsworn > 0)
    add (points, FALSE, FALSE,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u recipient of non-public papers without a formal undertaking",
                                       "%u recipients of non-public papers without a formal undertaking", unsworn),
                          unsworn));
}

/**
 * mappe_invitation_check:
 * @recipients: (element-type MappeRecipient): who gets it
 *
 * Returns: (transfer full) (element-type MappeInvitationPoint): what to look at before sending; the notice period is
 *   told by mappe_invitation_notice()
 */
GPtrArray *
mappe_invitation_check (const MappeSitting *sitting, GPtrArray *recipients)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (point_free);

  check_plan (points, sitting);
  check_public_titles (points, sitting);
  check_part (points, sitting);
  check_kind (points, sitting);
  check_papers (points, sitting);
  check_recipients (points, recipients);
  return points;
}

/**
 * mappe_words_replies:
 *
 * Returns: (transfer full): how many voting members come, and how many are needed
 */
char *
mappe_words_replies (const MappeSitting *sitting, const MappeLanguage *language)
{
  MappeQuorum quorum = mappe_sitting_quorum (sitting, NULL, MAPPE_MINUTE_NONE);
  guint accepted = 0, declined = 0, silent = 0;

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *each = g_ptr_array_index (sitting->participants, i);

      if (!each->voting || each->membership == NULL)
        continue;
      accepted += g_str_equal (each->status, "accepted");
      declined += g_str_equal (each->status, "declined");
      silent += g_str_equal (each->status, "no_reply");
    }
  /* Translators: numbers of members entitled to vote; the last one is the quorum */
  return g_strdup_printf (L_("Of those entitled to vote, %u have accepted, %u have declined and %u have not replied;"
                             " %u are needed"),
                          accepted, declined, silent, quorum.needed);
}

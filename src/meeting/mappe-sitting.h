/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-entitlement.h"
#include "mappe-language.h"
#include "mappe-presence.h"
#include "mappe-quorum.h"
#include "mappe-snapshot.h"
#include "mappe-vote.h"

G_BEGIN_DECLS

/* A meeting with all that belongs to it, of one state of the file: what the pages, the documents and the command line
 * show and what acts are built from. Reference counted and never changed, for any thread. After a change it is loaded
 * anew. Members are for reading; what is reckoned from them comes from the functions below and nowhere else. */

/**
 * MappeParticipant: a member of the body on the day of the meeting, or somebody with an attendance entry
 * @person: id of the person
 * @name: "Dr. Amalia Ahornstein"
 * @sort_name: "Ahornstein, Dr. Amalia"
 * @office: (nullable): name of the organisation
 * @row: the person
 * @membership: (nullable): the membership of that day; %NULL for who is no member
 * @attendance: (nullable): the entry in the attendance list
 * @absences: (element-type MappeRow): temporary absences
 * @stays: (element-type MappeStay): when the person, or the deputy, was in the room
 * @voting: entitled to vote in this meeting
 * @standing: what the person is to the body
 * @status: code of the list attendance_status; "no_reply" without an entry
 * @deputy: (nullable): name of the deputy who sits in for the person, or would
 * @deputy_row: (nullable): the deputy, if in the register
 * @address: (nullable): postal address: that of the organisation
 */
typedef struct {
  gint64         person;
  char          *name;
  char          *sort_name;
  char          *office;
  MappeRow      *row;
  MappeRow      *membership;
  MappeRow      *attendance;
  GPtrArray     *absences;
  GArray        *stays;
  gboolean       voting;
  MappeStanding  standing;
  const char    *status;
  char          *deputy;
  MappeRow      *deputy_row;
  char          *address;
} MappeParticipant;

/** MappeSittingDecision: @row; @excluded (element-type gint64): persons; @roll_call (element-type MappeRow); @office
 * (nullable): name of the responsible organisation */
typedef struct {
  MappeRow  *row;
  GArray    *excluded;
  GPtrArray *roll_call;
  char      *office;
} MappeSittingDecision;

/**
 * MappeSittingItem: an agenda item with what happened under it
 * @row: the item
 * @number: its number, reckoned from its place
 * @depth: 0 for a main item
 * @public: of the public part
 * @start: minute it is planned to begin at, by the running clock of the plan; %MAPPE_MINUTE_NONE without a begin
 * @minutes: planned minutes
 * @rapporteur: (nullable): name
 * @project: (nullable): title
 * @motions: (element-type MappeRow)
 * @decisions: (element-type MappeSittingDecision)
 * @conflicts: (element-type MappeRow): declarations of a conflict of interest
 * @statements: (element-type MappeRow)
 * @tasks: (element-type MappeListed): with the titles of who is responsible
 * @documents: (element-type MappeListed): papers
 * @subject: (nullable): the meeting whose minutes the item is about
 * @subject_minutes: (nullable): newest edition of those minutes
 * @subject_objections: (element-type MappeRow): objections against them
 */
typedef struct {
  MappeRow   *row;
  char       *number;
  guint       depth;
  gboolean    public;
  int         start;
  int         minutes;
  char       *rapporteur;
  char       *project;
  GPtrArray  *motions;
  GPtrArray  *decisions;
  GPtrArray  *conflicts;
  GPtrArray  *statements;
  GPtrArray  *tasks;
  GPtrArray  *documents;
  MappeRow   *subject;
  MappeRow   *subject_minutes;
  GPtrArray  *subject_objections;
} MappeSittingItem;

/** MappeSittingRules: rules of the body, as they were on the day where the meeting keeps them */
typedef struct {
  MappeQuorumRule    quorum;
  guint              statutory;
  guint              second_needed;
  MappeMajorityRule  majority;
  MappeMajorityRule  secret;
  MappeTieRule       tie;
  gboolean           abstentions_count;
  guint              notice_days;         /* the urgent period when the meeting is urgent */
  guint              call_days;
  guint              papers_days;
  guint              minutes_days;
} MappeSittingRules;

/**
 * MappeSitting:
 * @meeting: the meeting
 * @body: its body
 * @council: the council
 * @logo: (nullable): its logo, as the file that was chosen
 * @codes: the code lists
 * @rules: rules of procedure
 * @participants: (element-type MappeParticipant): voting members first, each group by name
 * @items: (element-type MappeSittingItem): in the order of the agenda, public part first
 * @guests: (element-type MappeListed): with the titles of their organisations
 * @guest_items: (element-type MappeRow): which items they are invited to
 * @documents: (element-type MappeListed): papers of the meeting as a whole
 * @objections: (element-type MappeListed): against the minutes of this meeting
 * @minutes: (element-type MappeRow): editions, oldest first
 * @versions: (element-type MappeRow): sent agendas, oldest first
 * @sent_agenda: (nullable): content of the last of @versions
 * @earlier_agenda: (nullable): content of the one before
 * @invitations: (element-type MappeRow): of all sent agendas
 * @templates: (element-type MappeRow): texts that the council changed
 * @chair: (nullable): name of the chair
 * @minute_taker: (nullable): name of the minute-taker
 * @previous: (nullable): the last meeting of the body that was held before
 * @next: (nullable): the next meeting of the body after this one
 * @decision_numbers: numbers given in this body
 * @others: id of a person → name, of those responsible for a task who take no part in the meeting
 */
typedef struct {
  MappeRow          *meeting;
  MappeRow          *body;
  MappeRow          *council;
  GBytes            *logo;
  MappeCodes        *codes;
  MappeSittingRules  rules;
  GPtrArray         *participants;
  GPtrArray         *items;
  GPtrArray         *guests;
  GPtrArray         *guest_items;
  GPtrArray         *documents;
  GPtrArray         *objections;
  GPtrArray         *minutes;
  GPtrArray         *versions;
  GBytes            *sent_agenda;
  GBytes            *earlier_agenda;
  GPtrArray         *invitations;
  GPtrArray         *templates;
  char              *chair;
  char              *minute_taker;
  MappeRow          *previous;
  MappeRow          *next;
  GStrv              decision_numbers;
  GHashTable        *others;
} MappeSitting;

MappeSitting *mappe_sitting_load         (MappeStore *store, gint64 meeting, GError **error);
void          mappe_sitting_load_async   (MappeStore *store, gint64 meeting, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
MappeSitting *mappe_sitting_load_finish  (MappeStore *store, GAsyncResult *result, GError **error);
MappeSitting *mappe_snapshot_sitting     (MappeSnapshot *snapshot, gint64 meeting, GError **error);
MappeSitting *mappe_sitting_ref          (MappeSitting *self);
void          mappe_sitting_unref        (MappeSitting *self);

/* Finding parts */
const MappeParticipant *mappe_sitting_participant (const MappeSitting *self, gint64 person);
const MappeSittingItem *mappe_sitting_item        (const MappeSitting *self, gint64 id);
const MappeSittingItem *mappe_sitting_item_at     (const MappeSitting *self, int minute);
const MappeRow         *mappe_sitting_last_minutes (const MappeSitting *self);
gboolean                mappe_sitting_has_approved_minutes (const MappeSitting *self);
char                   *mappe_sitting_person_name (const MappeSitting *self, gint64 person);
const char             *mappe_sitting_zone        (const MappeSitting *self);
const char             *mappe_sitting_code        (const MappeSitting *self, const char *list, const char *code,
                                                   const MappeLanguage *language);

/* What is reckoned */
gboolean      mappe_participant_present  (const MappeParticipant *self, int minute);
int           mappe_participant_deputy_from (const MappeParticipant *self);
gboolean      mappe_sitting_excluded     (const MappeSitting *self, const MappeSittingItem *item, gint64 person);
guint         mappe_sitting_present      (const MappeSitting *self, int minute);
guint         mappe_sitting_entitled     (const MappeSitting *self, const MappeSittingItem *item, int minute,
                                          GPtrArray *participants);
MappeQuorum   mappe_sitting_quorum       (const MappeSitting *self, const MappeSittingItem *item, int minute);
MappeVerdict  mappe_sitting_judge        (const MappeSitting *self, const MappeSittingItem *item, int minute,
                                          guint yes, guint no, guint abstain, gboolean chair_yes);
gboolean      mappe_sitting_is_second    (const MappeSitting *self, const MappeSittingItem *item);
char         *mappe_sitting_next_number  (const MappeSitting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeSitting, mappe_sitting_unref)

G_END_DECLS
